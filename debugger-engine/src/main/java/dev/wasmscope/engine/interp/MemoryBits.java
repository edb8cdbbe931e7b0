package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.MemoryBytes;

/** Access to linear memory by the types of the table of instructions. */
final class MemoryBits {

  private MemoryBits() {}

  static int read8(MemoryBytes memory, long address) {
    return memory.get8(address);
  }

  static int read16(MemoryBytes memory, long address) {
    return memory.get16(address);
  }

  static int read32(MemoryBytes memory, long address) {
    return memory.get32(address);
  }

  static long read64(MemoryBytes memory, long address) {
    return memory.get64(address);
  }

  static V128 read128(MemoryBytes memory, long address) {
    long high = memory.get64(address + Long.BYTES);
    return new V128(memory.get64(address), high);
  }

  static void write8(MemoryBytes memory, long address, int value) {
    memory.put8(address, (byte) value);
  }

  static void write16(MemoryBytes memory, long address, int value) {
    memory.put16(address, (short) value);
  }

  static void write32(MemoryBytes memory, long address, int value) {
    memory.put32(address, value);
  }

  static void write64(MemoryBytes memory, long address, long value) {
    memory.put64(address, value);
  }

  static void write128(MemoryBytes memory, long address, V128 value) {
    // The high half first: it fails where the low one would succeed, and nothing must be written.
    memory.put64(address + Long.BYTES, value.hi());
    memory.put64(address, value.lo());
  }
}
