package dev.wasmscope.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memories of all sizes are accessed alike: those of one buffer, and those too large for one. */
class MemoryBytesTest {

  private static MemoryBytes bytes(int pages) {
    return new MemoryInstance(new Store(StoreLimits.DEFAULT), MemoryType.of(Limits.of(pages)))
        .bytes();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 40_000})
  void whatIsWrittenIsReadLittleEndianAtAnyAddress(int pages) {
    MemoryBytes memory = bytes(pages);
    for (long address : new long[] {0, 3, memory.size() - 17}) {
      memory.put64(address, 0x0123_4567_89ab_cdefL);
      assertEquals(0x0123_4567_89ab_cdefL, memory.get64(address));
      assertEquals(0x89ab_cdef, memory.get32(address));
      assertEquals((short) 0xcdef, memory.get16(address));
      assertEquals((byte) 0xef, memory.get8(address));
      memory.put32(address, -2);
      memory.put16(address + 4, (short) -3);
      memory.put8(address + 6, (byte) -4);
      assertEquals(0x01fc_fffd_ffff_fffeL, memory.get64(address));
      assertEquals(0x01fc_fffd_ffff_fffeL, Long.reverseBytes(memory.slice(address, 8).getLong()));
      memory.put(address + 8, new byte[] {1, 2, 3, 4}, 1, 2);
      byte[] read = new byte[3];
      memory.get(address + 7, read);
      assertArrayEquals(new byte[] {1, 2, 3}, read);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 40_000})
  void nothingIsAccessedOutside(int pages) {
    MemoryBytes memory = bytes(pages);
    long size = memory.size();
    memory.put64(size - 8, -1);
    for (long address :
        new long[] {size - 3, size, -1, -8, 1L << 32, size + (1L << 32), 1L << 63}) {
      assertOutside(() -> memory.get32(address));
      assertOutside(() -> memory.get64(address));
      assertOutside(() -> memory.put32(address, 0));
      assertOutside(() -> memory.put64(address, 0));
      assertOutside(() -> memory.put(address, new byte[4], 0, 4));
      assertOutside(() -> memory.get(address, new byte[4]));
      assertOutside(() -> memory.slice(address, 4));
    }
    assertOutside(() -> memory.get16(size - 1));
    assertOutside(() -> memory.put16(size - 1, (short) 0));
    assertOutside(() -> memory.get8(size));
    assertOutside(() -> memory.put8(size, (byte) 0));
    assertEquals(-1, memory.get64(size - 8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 40_000})
  void theSegmentAndTheFirstOfThemAreTheSameBytes(int pages) {
    MemoryBytes memory = bytes(pages);
    memory.put32(4, 7);
    MemoryBytes first = memory.first(8);
    assertEquals(8, first.size());
    assertEquals(7, first.get32(4));
    assertOutside(() -> first.get32(5));
    first.put32(0, 9);
    assertEquals(9, memory.get32(0));
    assertEquals(memory.size(), memory.segment().byteSize());
    assertEquals(memory.segment().address(), first.segment().address());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 40_000})
  void allOfOthersIsCopied(int pages) {
    MemoryBytes memory = bytes(pages);
    MemoryBytes others = new MemoryBytes(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
    memory.put(memory.size() - 4, others);
    assertEquals(0x0403_0201, memory.get32(memory.size() - 4));
    assertOutside(() -> memory.put(memory.size() - 3, others));
  }

  private static void assertOutside(Executable access) {
    assertThrows(IndexOutOfBoundsException.class, access);
  }
}
