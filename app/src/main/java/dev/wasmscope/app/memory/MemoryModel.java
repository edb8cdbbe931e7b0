package dev.wasmscope.app.memory;

import dev.wasmscope.app.session.MemoryAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;

/**
 * The memory looked at: a cursor, what lies at an address, what changed. {@code revision} changes
 * whenever the view must be drawn again.
 */
public final class MemoryModel {
  /** Bytes in a row of the view. */
  public static final int ROW = 16;

  private static final long EAGER_LIMIT = 8L << 20;
  private static final int WIDEST_VALUE = 8;

  private final ObservableValue<MemoryAccess> access;
  private final ChangeTracker changes = new ChangeTracker();
  private final IntegerProperty memory = new SimpleIntegerProperty();
  private final LongProperty cursor = new SimpleLongProperty();
  private final ReadOnlyLongWrapper size = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private boolean lowNibble;
  private boolean firstStop = true;

  /** A model over {@code access}, which changes with the program. */
  public MemoryModel(ObservableValue<MemoryAccess> access) {
    this.access = access;
    access.subscribe(now -> restart());
    memory.subscribe(now -> restart());
  }

  private void restart() {
    firstStop = true;
    changes.clear();
    cursor.set(0);
    refresh();
    rememberAll();
  }

  /**
   * The program stopped: compares with what was seen at the stop before and draws again. At the
   * first stop what differs from the memory before the program ran counts as changed, if that is
   * known.
   */
  public void stopped() {
    measure();
    if (firstStop) {
      firstStop = false;
      changes.clear();
      rememberInitial();
    }
    changes.stopped(this::page);
    rememberAll();
    revision.set(revision.get() + 1);
  }

  /** Draws again without comparing, as while the program runs. */
  public void refresh() {
    measure();
    revision.set(revision.get() + 1);
  }

  private void measure() {
    MemoryAccess now = access.getValue();
    boolean exists = memory.get() < now.count();
    size.set(exists ? now.size(memory.get()) : 0);
  }

  private void rememberInitial() {
    if (size.get() > EAGER_LIMIT) {
      return;
    }
    access
        .getValue()
        .initial(memory.get(), (int) size.get())
        .ifPresent(
            image -> {
              for (int from = 0; from < image.length; from += ChangeTracker.PAGE) {
                int to = Math.min(image.length, from + ChangeTracker.PAGE);
                changes.see(from / ChangeTracker.PAGE, Arrays.copyOfRange(image, from, to));
              }
            });
  }

  private void rememberAll() {
    if (size.get() <= EAGER_LIMIT) {
      for (long page = 0; page * ChangeTracker.PAGE < size.get(); page++) {
        changes.see(page, page(page));
      }
    }
  }

  private byte[] page(long page) {
    long start = page * ChangeTracker.PAGE;
    int length = Math.clamp(size.get() - start, 0, ChangeTracker.PAGE);
    byte[] bytes = new byte[length];
    access.getValue().read(memory.get(), start, bytes);
    return bytes;
  }

  /** How many memories the program has. */
  public int count() {
    return access.getValue().count();
  }

  /** Which memory is looked at. */
  public IntegerProperty memory() {
    return memory;
  }

  /** The address of the cursor. */
  public LongProperty cursor() {
    return cursor;
  }

  /** The size of the memory in bytes; 0 when there is none. */
  public ReadOnlyLongProperty size() {
    return size.getReadOnlyProperty();
  }

  /** Changes whenever the view must be drawn again. */
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** Reads from {@code address} into {@code into}; the number of bytes that exist. */
  public int read(long address, byte[] into) {
    if (address < 0 || address >= size.get()) {
      return 0;
    }
    long page = address / ChangeTracker.PAGE;
    if (!changes.knows(page)) {
      changes.see(page, page(page));
    }
    return access.getValue().read(memory.get(), address, into);
  }

  /** How many stops ago the byte at {@code address} changed: 1 the last, 0 not lately. */
  public int age(long address) {
    return changes.age(address);
  }

  /** How many bytes the last stop changed. */
  public long changedBytes() {
    return changes.countLatest();
  }

  /** Moves the cursor to the next byte that the last stop changed. */
  public void goToNextChange() {
    OptionalLong next = changes.nextChange(cursor.get());
    next.ifPresent(this::moveTo);
  }

  /** Moves the cursor, kept within the memory. */
  public void moveTo(long address) {
    lowNibble = false;
    cursor.set(Math.clamp(address, 0, Math.max(0, size.get() - 1)));
  }

  /**
   * Goes to an address typed as decimal or as hexadecimal with {@code 0x}.
   *
   * @return why that is not possible; empty when it was
   */
  public Optional<String> goTo(String text) {
    String typed = text.strip().replace("_", "");
    try {
      long address =
          typed.startsWith("0x") || typed.startsWith("0X")
              ? Long.parseUnsignedLong(typed.substring(2), 16)
              : Long.parseUnsignedLong(typed);
      if (Long.compareUnsigned(address, size.get()) >= 0) {
        return Optional.of("beyond");
      }
      moveTo(address);
      return Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.of("number");
    }
  }

  /** Types a hexadecimal digit over the byte at the cursor: the high half, then the low half. */
  public boolean typeHex(int digit) {
    byte[] one = new byte[1];
    if (read(cursor.get(), one) == 0) {
      return false;
    }
    int value = lowNibble ? (one[0] & 0xF0) | digit : (one[0] & 0x0F) | (digit << 4);
    if (!write(cursor.get(), (byte) value)) {
      return false;
    }
    boolean wasLow = lowNibble;
    lowNibble = !lowNibble;
    if (wasLow && cursor.get() + 1 < size.get()) {
      cursor.set(cursor.get() + 1);
    }
    return true;
  }

  /** Types a character over the byte at the cursor. */
  public boolean typeChar(char character) {
    if (character > 0xFF || !write(cursor.get(), (byte) character)) {
      return false;
    }
    moveTo(cursor.get() + 1);
    return true;
  }

  private boolean write(long address, byte value) {
    if (!access.getValue().write(memory.get(), address, new byte[] {value})) {
      return false;
    }
    changes.wrote(address, value);
    refresh();
    return true;
  }

  /** Whether the cursor stands on the low half of its byte. */
  public boolean onLowNibble() {
    return lowNibble;
  }

  List<TypedValues.Reading> readings() {
    byte[] bytes = new byte[WIDEST_VALUE];
    return TypedValues.of(bytes, read(cursor.get(), bytes));
  }
}
