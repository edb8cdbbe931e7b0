package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.runtime.WaitQueue;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The slots of a thread: locals and operands of all its frames. A value takes one slot; numbers
 * live in {@link #bits}, references and vectors in {@link #objects} at the same index.
 */
class Slots {

  private static final int INITIAL = 1024;

  long[] bits = new long[INITIAL];
  Object[] objects = new Object[INITIAL];

  final int i32(int slot) {
    return (int) bits[slot];
  }

  final long u32(int slot) {
    return bits[slot] & 0xffff_ffffL;
  }

  final long i64(int slot) {
    return bits[slot];
  }

  final Object object(int slot) {
    return objects[slot];
  }

  final V128 v128(int slot) {
    return (V128) objects[slot];
  }

  /** An address or size of 32 bits, zero-extended, or of 64 bits. */
  final long address(int slot, boolean is64) {
    return is64 ? bits[slot] : u32(slot);
  }

  final void set(int slot, long value) {
    bits[slot] = value;
  }

  final void setObject(int slot, Object value) {
    objects[slot] = value;
  }

  /** Copies a slot whose kind is not known. */
  final void copy(int from, int to, int count) {
    System.arraycopy(bits, from, bits, to, count);
    System.arraycopy(objects, from, objects, to, count);
  }

  /** Makes room for at least {@code slots}, at most doubling them otherwise. */
  final void grow(int slots, int limit) {
    int size = Math.max(slots, (int) Math.min(2L * bits.length, limit));
    bits = Arrays.copyOf(bits, size);
    objects = Arrays.copyOf(objects, size);
  }

  /**
   * Waits for a notification, see {@link WaitQueue#await}; a thread that is ended from outside
   * stops waiting.
   */
  WaitQueue.Outcome await(WaitQueue queue, long address, BooleanSupplier expected, long nanos) {
    try {
      return queue.await(address, expected, nanos);
    } catch (InterruptedException e) {
      throw new Terminated();
    }
  }
}
