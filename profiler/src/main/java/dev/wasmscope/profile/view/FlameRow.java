package dev.wasmscope.profile.view;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The boxes of one depth of a flame layout, from left to right, one column per property. Boxes of a
 * row never overlap.
 */
public final class FlameRow {
  private final int row;
  private final double whole;
  private final int[] parents;
  private final int[] functions;
  private final long[] starts;
  private final long[] selfs;
  private final long[] totals;

  FlameRow(int row, long whole, GrowingRow boxes) {
    this.row = row;
    this.whole = whole;
    this.parents = boxes.parents();
    this.functions = boxes.functions();
    this.starts = boxes.starts();
    this.selfs = boxes.selfs();
    this.totals = boxes.totals();
  }

  /** How many boxes there are. */
  public int size() {
    return starts.length;
  }

  /** Left edge of box {@code i} as a fraction of the whole width. */
  public double start(int i) {
    return starts[i] / whole;
  }

  /** Right edge of box {@code i} as a fraction of the whole width. */
  public double end(int i) {
    return (starts[i] + totals[i]) / whole;
  }

  /** Width of box {@code i} as a fraction of the whole width. */
  public double width(int i) {
    return totals[i] / whole;
  }

  /** Row of the function of box {@code i} in the function table. */
  public int function(int i) {
    return functions[i];
  }

  /** Weight spent in the function of box {@code i} itself. */
  public long self(int i) {
    return selfs[i];
  }

  /** Weight of box {@code i}, callees included. */
  public long total(int i) {
    return totals[i];
  }

  /** Place of the caller's box of box {@code i} in the row above; -1 in row 0. */
  public int parent(int i) {
    return parents[i];
  }

  /** Box {@code i} as one value. */
  public FlameBox box(int i) {
    return new FlameBox(row, i, parents[i], functions[i], start(i), width(i), selfs[i], totals[i]);
  }

  /** The box that covers {@code fraction} of the whole width, by binary search. */
  public OptionalInt hit(double fraction) {
    int i = firstEndingAfter(fraction);
    return i < size() && start(i) <= fraction ? OptionalInt.of(i) : OptionalInt.empty();
  }

  /** The first box whose right edge is right of {@code fraction}; {@link #size} when none is. */
  public int firstEndingAfter(double fraction) {
    int found = Arrays.binarySearch(starts, (long) Math.floor(fraction * whole));
    int i = found >= 0 ? found : Math.max(-found - 2, 0);
    while (i < size() && end(i) <= fraction) {
      i++;
    }
    return i;
  }
}
