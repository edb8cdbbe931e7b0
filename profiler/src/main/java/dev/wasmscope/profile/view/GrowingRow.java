package dev.wasmscope.profile.view;

import java.util.Arrays;

/** A row of boxes while it is filled, from left to right. */
final class GrowingRow {
  private int[] parents = new int[8];
  private int[] functions = new int[8];
  private long[] starts = new long[8];
  private long[] selfs = new long[8];
  private long[] totals = new long[8];
  private int size;

  int add(int parent, int function, long start, long self, long total) {
    if (size == parents.length) {
      grow();
    }
    parents[size] = parent;
    functions[size] = function;
    starts[size] = start;
    selfs[size] = self;
    totals[size] = total;
    return size++;
  }

  private void grow() {
    int capacity = size * 2;
    parents = Arrays.copyOf(parents, capacity);
    functions = Arrays.copyOf(functions, capacity);
    starts = Arrays.copyOf(starts, capacity);
    selfs = Arrays.copyOf(selfs, capacity);
    totals = Arrays.copyOf(totals, capacity);
  }

  /** Lets box {@code i} end at {@code end}. */
  void close(int i, long end) {
    totals[i] = end - starts[i];
  }

  void addSelf(int i, long weight) {
    selfs[i] += weight;
  }

  int[] parents() {
    return Arrays.copyOf(parents, size);
  }

  int[] functions() {
    return Arrays.copyOf(functions, size);
  }

  long[] starts() {
    return Arrays.copyOf(starts, size);
  }

  long[] selfs() {
    return Arrays.copyOf(selfs, size);
  }

  long[] totals() {
    return Arrays.copyOf(totals, size);
  }
}
