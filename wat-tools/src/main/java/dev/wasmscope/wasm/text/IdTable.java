package dev.wasmscope.wasm.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Identifiers of one index space with their indices; found by bytes, without making strings. */
final class IdTable {

  private static final int MISSING = -1;

  private byte[] pool = new byte[64];
  private int poolSize;
  private int[] starts = new int[8];
  private int[] values = new int[8];
  private int count;
  private int[] slots = new int[16];

  /** Number of identifiers. */
  int size() {
    return count;
  }

  /** Forgets all identifiers. */
  void clear() {
    if (count > 0) {
      count = 0;
      poolSize = 0;
      Arrays.fill(slots, 0);
    }
  }

  /** The index of the identifier with these bytes, or −1. */
  int find(byte[] bytes, int start, int end) {
    int entry = slots[slot(bytes, start, end)];
    return entry == 0 ? MISSING : values[entry - 1];
  }

  /** Gives the identifier an index, unless it has one already, and says whether it had none. */
  boolean bind(byte[] bytes, int start, int end, int value) {
    int slot = slot(bytes, start, end);
    if (slots[slot] != 0) {
      return false;
    }
    add(bytes, start, end, value);
    slots[slot] = count;
    if (count * 2 > slots.length) {
      rehash();
    }
    return true;
  }

  private void add(byte[] bytes, int start, int end, int value) {
    int length = end - start;
    if (pool.length - poolSize < length) {
      pool = Arrays.copyOf(pool, Math.max(pool.length * 2, poolSize + length));
    }
    if (count + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, count * 2 + 2);
      values = Arrays.copyOf(values, count * 2 + 2);
    }
    System.arraycopy(bytes, start, pool, poolSize, length);
    starts[count] = poolSize;
    values[count] = value;
    poolSize += length;
    count++;
    starts[count] = poolSize;
  }

  private int slot(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & slots.length - 1;
    while (slots[slot] != 0 && !is(slots[slot] - 1, bytes, start, end)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean is(int entry, byte[] bytes, int start, int end) {
    return Arrays.equals(pool, starts[entry], starts[entry + 1], bytes, start, end);
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int entry = 0; entry < count; entry++) {
      slots[slot(pool, starts[entry], starts[entry + 1])] = entry + 1;
    }
  }

  /** All identifiers, without the dollar sign. */
  Stream<String> names() {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new String(pool, starts[i], starts[i + 1] - starts[i], StandardCharsets.UTF_8));
  }
}
