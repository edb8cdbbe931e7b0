package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.step.Slots;

/** A frame that is on no stack: what the interpreter needs to go on with it. */
public final class HeapFrame {

  private final WasmFunction function;
  private final int offset;
  private final boolean atEntry;
  private final long[] bits;
  private final Object[] objects;

  /**
   * A frame.
   *
   * @param offset the instruction in the body that is to be executed, or that is calling
   * @param atEntry whether the function has only just been called
   * @param bits locals, exceptions that catch blocks keep, operands: those that are numbers; kept
   * @param objects likewise those that are references or vectors
   */
  public HeapFrame(
      WasmFunction function, int offset, boolean atEntry, long[] bits, Object[] objects) {
    this.function = function;
    this.offset = offset;
    this.atEntry = atEntry;
    this.bits = bits;
    this.objects = objects;
  }

  public WasmFunction function() {
    return function;
  }

  /** The instruction in the body that is to be executed, or that is calling. */
  public int offset() {
    return offset;
  }

  /** Whether the function has only just been called. */
  public boolean atEntry() {
    return atEntry;
  }

  /** Number of locals, kept exceptions and operands. */
  public int size() {
    return bits.length;
  }

  /** Copies all values to slots from {@code first} on. */
  public void copyTo(Slots slots, int first) {
    System.arraycopy(bits, 0, slots.bits, first, bits.length);
    System.arraycopy(objects, 0, slots.objects, first, bits.length);
  }
}
