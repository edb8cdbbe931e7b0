package dev.wasmscope.engine.step;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.WaitQueue;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The slots of a thread: locals and operands of all its frames. A value takes one slot; numbers
 * live in {@link #bits}, references and vectors in {@link #objects} at the same index.
 */
public class Slots {

  private static final int INITIAL = 1024;

  public long[] bits = new long[INITIAL];
  public Object[] objects = new Object[INITIAL];

  public final int i32(int slot) {
    return (int) bits[slot];
  }

  public final long u32(int slot) {
    return bits[slot] & 0xffff_ffffL;
  }

  public final long i64(int slot) {
    return bits[slot];
  }

  public final Object object(int slot) {
    return objects[slot];
  }

  public final V128 v128(int slot) {
    return (V128) objects[slot];
  }

  /** An address or size of 32 bits, zero-extended, or of 64 bits. */
  public final long address(int slot, boolean is64) {
    return is64 ? bits[slot] : u32(slot);
  }

  public final void set(int slot, long value) {
    bits[slot] = value;
  }

  public final void setObject(int slot, Object value) {
    objects[slot] = value;
  }

  /** Copies a slot whose kind is not known. */
  public final void copy(int from, int to, int count) {
    System.arraycopy(bits, from, bits, to, count);
    System.arraycopy(objects, from, objects, to, count);
  }

  /** Makes room for at least {@code slots}, at most doubling them otherwise. */
  public final void grow(int slots, int limit) {
    int size = Math.max(slots, (int) Math.min(2L * bits.length, limit));
    bits = Arrays.copyOf(bits, size);
    objects = Arrays.copyOf(objects, size);
  }

  /**
   * Waits for a notification, see {@link WaitQueue#await}; a thread that is ended from outside
   * stops waiting.
   */
  protected WaitQueue.Outcome await(
      MemoryInstance memory, long address, BooleanSupplier expected, long nanos) {
    try {
      return memory.waiters().await(address, expected, nanos);
    } catch (InterruptedException e) {
      throw new Terminated();
    }
  }
}
