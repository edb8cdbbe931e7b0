package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.engine.tier.Leave;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/** What compiled code needs of memories: machine addresses within them, and growth. */
public final class Memory {

  private static final long LOW_32 = 0xffff_ffffL;

  private static final ClassDesc INSTANCE = ClassDesc.of(MemoryInstance.class.getName());

  private Memory() {}

  /** Replaces a memory on Java's operand stack by the machine's address of its first byte. */
  static void loadAddress(CodeBuilder code) {
    code.getfield(INSTANCE, "address", ConstantDescs.CD_long);
  }

  /** Replaces a memory on Java's operand stack by its size in bytes. */
  static void loadSize(CodeBuilder code) {
    code.getfield(INSTANCE, "size", ConstantDescs.CD_long);
  }

  /**
   * The machine's address of {@code width} bytes.
   *
   * @param offset constant part of the address
   * @throws Leave if they are not all within the memory
   */
  public static long at(long index, long offset, int width, MemoryInstance memory) {
    long at = index + offset;
    long last = memory.size - width;
    if (Long.compareUnsigned(at, index) < 0 || last < 0 || Long.compareUnsigned(at, last) > 0) {
      throw Leave.NOW;
    }
    return memory.address + at;
  }

  /** Grows a memory, see {@link MemoryInstance#grow}. */
  public static long grow(long delta, MemoryInstance memory, GearThread thread) {
    if (thread.watchesGrowth()) {
      throw Leave.NOW;
    }
    return memory.grow(delta);
  }

  /** An {@code i32} as an unsigned address or size. */
  public static long unsigned(int value) {
    return value & LOW_32;
  }

  /** The vector of two halves. */
  public static V128 vector(long low, long high) {
    return new V128(low, high);
  }
}
