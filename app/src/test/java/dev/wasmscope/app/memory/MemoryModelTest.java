package dev.wasmscope.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.session.MemoryAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class MemoryModelTest {
  private static final class Bytes implements MemoryAccess {
    private byte[] content = new byte[0x10000];
    private byte[] initial;
    private boolean writable = true;

    @Override
    public Optional<byte[]> initial(int memory, int length) {
      return Optional.ofNullable(initial);
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public long size(int memory) {
      return content.length;
    }

    @Override
    public int read(int memory, long address, byte[] into) {
      int length = (int) Math.min(into.length, content.length - address);
      System.arraycopy(content, (int) address, into, 0, length);
      return length;
    }

    @Override
    public boolean write(int memory, long address, byte[] bytes) {
      if (writable) {
        System.arraycopy(bytes, 0, content, (int) address, bytes.length);
      }
      return writable;
    }
  }

  private final Bytes bytes = new Bytes();
  private final MemoryModel model = new MemoryModel(new SimpleObjectProperty<>(bytes));

  @Test
  void whatChangedBetweenStopsIsMarkedAndFades() {
    model.stopped();
    assertEquals(0, model.changedBytes());
    bytes.content[0x123] = 7;
    model.stopped();
    assertEquals(1, model.age(0x123));
    assertEquals(0, model.age(0x124));
    assertEquals(1, model.changedBytes());
    for (int stop = 2; stop <= ChangeTracker.AGES; stop++) {
      model.stopped();
      assertEquals(stop, model.age(0x123));
    }
    model.stopped();
    assertEquals(0, model.age(0x123));
  }

  @Test
  void nothingCountsAsChangedAtTheFirstStopWhereNoBeginningIsKnown() {
    bytes.content[5] = 1;
    model.stopped();
    assertEquals(0, model.age(5));
  }

  @Test
  void whatWasWrittenBeforeTheFirstStopIsMarked() {
    bytes.initial = new byte[bytes.content.length];
    bytes.initial[4] = 7;
    bytes.content[4] = 7;
    bytes.content[5] = 1;
    bytes.content[0x1234] = 1;
    model.stopped();
    assertEquals(List.of(0, 1, 1), List.of(model.age(4), model.age(5), model.age(0x1234)));
    assertEquals(2, model.changedBytes());
    model.stopped();
    assertEquals(0, model.changedBytes());
  }

  @Test
  void changesAreKnownWhenTheViewIsToldToDraw() {
    model.stopped();
    List<Long> told = new ArrayList<>();
    model.revision().subscribe(r -> told.add(model.changedBytes()));
    bytes.content[9] = 1;
    model.stopped();
    assertEquals(1, told.getLast());
  }

  @Test
  void memoryThatGrewIsChanged() {
    model.stopped();
    byte[] grown = new byte[0x20000];
    grown[0x18000] = 1;
    bytes.content = grown;
    model.stopped();
    assertEquals(0x20000, model.size().get());
    byte[] one = new byte[1];
    assertEquals(1, model.read(0x18000, one));
  }

  @Test
  void twoDigitsWriteAByteAndMoveOn() {
    model.moveTo(16);
    assertTrue(model.typeHex(0xA));
    assertEquals((byte) 0xA0, bytes.content[16]);
    assertEquals(16, model.cursor().get());
    assertTrue(model.typeHex(0x5));
    assertEquals((byte) 0xA5, bytes.content[16]);
    assertEquals(17, model.cursor().get());
    assertEquals(1, model.age(16));
  }

  @Test
  void aRunningProgramIsNotWritten() {
    bytes.writable = false;
    assertFalse(model.typeHex(1));
    assertEquals(0, bytes.content[0]);
  }

  @Test
  void addressesAreDecimalOrHexadecimal() {
    assertEquals(Optional.empty(), model.goTo("0x1F"));
    assertEquals(0x1F, model.cursor().get());
    assertEquals(Optional.empty(), model.goTo(" 40 "));
    assertEquals(40, model.cursor().get());
    assertEquals(Optional.of("beyond"), model.goTo("0x10000"));
    assertEquals(Optional.of("number"), model.goTo("here"));
    assertEquals(40, model.cursor().get());
  }

  @Test
  void theNextChangeIsFoundRoundTheEnd() {
    model.stopped();
    bytes.content[100] = 1;
    bytes.content[101] = 1;
    bytes.content[9000] = 1;
    model.stopped();
    model.moveTo(0);
    model.goToNextChange();
    assertEquals(100, model.cursor().get());
    model.moveTo(101);
    model.goToNextChange();
    assertEquals(9000, model.cursor().get());
    model.goToNextChange();
    assertEquals(100, model.cursor().get());
  }
}
