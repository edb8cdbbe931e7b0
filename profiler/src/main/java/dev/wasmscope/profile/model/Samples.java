package dev.wasmscope.profile.model;

import java.util.Arrays;

/** The samples of one thread in order of time: when, on which stack, how much. */
public final class Samples {
  private final double[] times;
  private final int[] stacks;
  private final long[] weights;
  private final WeightUnit unit;
  private final long total;

  Samples(double[] times, int[] stacks, long[] weights, WeightUnit unit) {
    this.times = times;
    this.stacks = stacks;
    this.weights = weights;
    this.unit = unit;
    this.total = Arrays.stream(weights).sum();
  }

  /** How many samples there are. */
  public int size() {
    return stacks.length;
  }

  /** Milliseconds from the start of the profile to sample {@code row}. */
  public double time(int row) {
    return times[row];
  }

  /** Row of the stack of sample {@code row}; {@link StackTable#NONE} when nothing ran. */
  public int stack(int row) {
    return stacks[row];
  }

  /** Weight of sample {@code row} in {@link #unit()}; never negative. */
  public long weight(int row) {
    return weights[row];
  }

  /** What the weights count. */
  public WeightUnit unit() {
    return unit;
  }

  /** Sum of all weights. */
  public long total() {
    return total;
  }
}
