package dev.wasmscope.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Growth keeps contents, respects its bounds, and never touches what it need not. */
class MemoryInstanceTest {

  private static final int PAGE = 1 << 16;

  private final Store store = new Store(StoreLimits.DEFAULT);

  private MemoryInstance memory(Limits limits) {
    return new MemoryInstance(store, MemoryType.of(limits));
  }

  @Test
  void growthKeepsTheContentsAndStopsAtTheMaximum() {
    MemoryInstance memory = memory(Limits.of(1, 3));
    assertTrue(memory.write(PAGE - 1, new byte[] {42}));
    assertEquals(1, memory.grow(2));
    assertEquals(3, memory.pages());
    assertArrayEquals(new byte[] {42, 0}, memory.read(PAGE - 1, 2));
    assertEquals(-1, memory.grow(1));
    assertEquals(3, memory.grow(0));
  }

  @Test
  void allPagesOfA32BitMemoryCostNothingUntilTouched() {
    MemoryInstance memory = memory(Limits.of(1));
    long before = memory.grow(65_535);
    assertTrue(before == 1 || before == -1);
    assertEquals(-1, memory.grow(1));
  }

  @Test
  void aDeltaAsLargeAsCanBeIsRefused() {
    MemoryType wide = new MemoryType(AddressType.I64, Limits.of(1), false, 16);
    MemoryInstance memory = new MemoryInstance(store, wide);
    assertEquals(-1, memory.grow(-1L));
    assertEquals(-1, memory.grow(Long.MAX_VALUE));
    assertEquals(1, memory.pages());
  }

  @Test
  void fillingSetsTheBytesThatAreMeantAndNoOthers() {
    MemoryInstance memory = memory(Limits.of(1));
    for (int length : new int[] {0, 1, 1023, 1024, 1025, 2048, 5000, 9217, 40_000, PAGE - 2}) {
      memory.fill(0, 7, PAGE);
      memory.fill(1, 0x1ff, length);
      byte[] expected = new byte[PAGE];
      Arrays.fill(expected, (byte) 7);
      Arrays.fill(expected, 1, 1 + length, (byte) -1);
      assertArrayEquals(expected, memory.read(0, PAGE));
    }
  }

  @Test
  void theAddressIsThatOfTheBytesAlsoAfterItHasGrown() {
    MemoryInstance memory = memory(Limits.of(1));
    memory.expose();
    assertEquals(memory.segment().address(), memory.address);
    assertEquals(1, memory.grow(400));
    assertEquals(memory.segment().address(), memory.address);
    assertEquals(401 * PAGE, memory.size);
  }

  @Test
  void theAddressIsThatOfTheBytesAlsoIfThereWereNone() {
    MemoryInstance memory = memory(Limits.of(0));
    memory.expose();
    assertEquals(0, memory.grow(2));
    assertEquals(memory.segment().address(), memory.address);
    assertEquals(2 * PAGE, memory.size);
  }

  @Test
  void aSharedMemoryGrowsWithoutMoving() {
    MemoryType shared = new MemoryType(AddressType.I32, Limits.of(1, 1000), true, 16);
    MemoryInstance memory = new MemoryInstance(store, shared);
    long address = memory.segment().address();
    assertEquals(1, memory.grow(999));
    assertEquals(address, memory.segment().address());
  }

  @Test
  void inspectorsReadWhatIsThereAndWriteAllOrNothing() {
    MemoryInstance memory = memory(Limits.of(1));
    assertEquals(0, memory.read(PAGE, 8).length);
    assertEquals(0, memory.read(-1L, 8).length);
    assertEquals(4, memory.read(PAGE - 4, 8).length);
    assertFalse(memory.write(PAGE - 1, new byte[] {1, 2}));
    assertArrayEquals(new byte[] {0}, memory.read(PAGE - 1, 1));
  }

  @Test
  void bulkOperationsCheckBeforeTheyWrite() {
    MemoryInstance memory = memory(Limits.of(1));
    Trap trap = assertThrows(Trap.class, () -> memory.fill(PAGE - 2, 1, 3));
    assertEquals(
        "out of bounds memory access of 3 bytes at address 0xfffe, the memory has 65536 bytes",
        trap.getMessage());
    assertArrayEquals(new byte[] {0, 0}, memory.read(PAGE - 2, 2));
  }

  @Test
  void pagesMayBeSingleBytes() {
    MemoryType bytes = new MemoryType(AddressType.I32, Limits.of(3, 5), false, 0);
    MemoryInstance memory = new MemoryInstance(store, bytes);
    assertEquals(3, memory.byteSize());
    assertEquals(3, memory.grow(2));
    assertEquals(5, memory.byteSize());
  }
}
