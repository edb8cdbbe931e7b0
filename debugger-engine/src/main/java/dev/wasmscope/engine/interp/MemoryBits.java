package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.V128;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Little-endian, unaligned access to linear memory; the segment checks the bounds. */
final class MemoryBits {

  private static final ValueLayout.OfShort I16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt I32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong I64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private MemoryBits() {}

  static int read8(MemorySegment memory, long address) {
    return memory.get(ValueLayout.JAVA_BYTE, address);
  }

  static int read16(MemorySegment memory, long address) {
    return memory.get(I16, address);
  }

  static int read32(MemorySegment memory, long address) {
    return memory.get(I32, address);
  }

  static long read64(MemorySegment memory, long address) {
    return memory.get(I64, address);
  }

  static V128 read128(MemorySegment memory, long address) {
    long high = memory.get(I64, address + Long.BYTES);
    return new V128(memory.get(I64, address), high);
  }

  static void write8(MemorySegment memory, long address, int value) {
    memory.set(ValueLayout.JAVA_BYTE, address, (byte) value);
  }

  static void write16(MemorySegment memory, long address, int value) {
    memory.set(I16, address, (short) value);
  }

  static void write32(MemorySegment memory, long address, int value) {
    memory.set(I32, address, value);
  }

  static void write64(MemorySegment memory, long address, long value) {
    memory.set(I64, address, value);
  }

  static void write128(MemorySegment memory, long address, V128 value) {
    // The high half first: it fails where the low one would succeed, and nothing must be written.
    memory.set(I64, address + Long.BYTES, value.hi());
    memory.set(I64, address, value.lo());
  }
}
