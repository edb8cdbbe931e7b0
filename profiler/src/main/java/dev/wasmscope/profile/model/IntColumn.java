package dev.wasmscope.profile.model;

import java.util.Arrays;

/** A growing column of ints. */
final class IntColumn {
  private int[] values = new int[16];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int get(int row) {
    return values[row];
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  static IntColumn[] columns(int count) {
    IntColumn[] columns = new IntColumn[count];
    Arrays.setAll(columns, _ -> new IntColumn());
    return columns;
  }
}
