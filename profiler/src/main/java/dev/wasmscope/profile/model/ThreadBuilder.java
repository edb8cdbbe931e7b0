package dev.wasmscope.profile.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Collects the samples and markers of one thread. Times may arrive in any order. */
public final class ThreadBuilder {
  private final ProfileBuilder owner;
  private final String name;
  private final WeightUnit unit;
  private final List<Marker> markers = new ArrayList<>();
  private final IntColumn stacks = new IntColumn();
  private double[] times = new double[16];
  private long[] weights = new long[16];
  private boolean ordered = true;

  ThreadBuilder(ProfileBuilder owner, String name, WeightUnit unit) {
    this.owner = owner;
    this.name = name;
    this.unit = unit;
  }

  /**
   * Adds a sample.
   *
   * @param time milliseconds from the start of the profile
   * @param outermostFirst its frames, outermost first, leaf last; empty when nothing ran
   * @param weight how much it counts, not negative
   */
  public ThreadBuilder sample(double time, List<Frame> outermostFirst, long weight) {
    return sample(time, owner.stack(outermostFirst), weight);
  }

  /**
   * Adds a sample.
   *
   * @param time milliseconds from the start of the profile
   * @param stack row of its stack, {@link StackTable#NONE} when nothing ran
   * @param weight how much it counts, not negative
   */
  public ThreadBuilder sample(double time, int stack, long weight) {
    if (stack < StackTable.NONE || stack >= owner.stackCount()) {
      throw new IndexOutOfBoundsException("no stack " + stack + " in this builder");
    }
    if (weight < 0 || !Double.isFinite(time)) {
      throw new IllegalArgumentException(
          "a sample needs a finite time and a weight of 0 or more, not " + time + ", " + weight);
    }
    int row = stacks.size();
    if (row == times.length) {
      times = Arrays.copyOf(times, row * 2);
      weights = Arrays.copyOf(weights, row * 2);
    }
    ordered &= row == 0 || times[row - 1] <= time;
    times[row] = time;
    weights[row] = weight;
    stacks.add(stack);
    return this;
  }

  /** How many samples have been added. */
  public int size() {
    return stacks.size();
  }

  /** Adds a marker. */
  public ThreadBuilder marker(Marker marker) {
    markers.add(marker);
    return this;
  }

  ProfileThread build() {
    List<Marker> sorted = new ArrayList<>(markers);
    sorted.sort(Comparator.comparingDouble(Marker::start));
    return new ProfileThread(name, samples(), sorted);
  }

  private Samples samples() {
    int size = stacks.size();
    int[] stackRows = stacks.toArray();
    if (ordered) {
      return new Samples(Arrays.copyOf(times, size), stackRows, Arrays.copyOf(weights, size), unit);
    }
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> times[i]));
    double[] sortedTimes = new double[size];
    int[] sortedStacks = new int[size];
    long[] sortedWeights = new long[size];
    for (int i = 0; i < size; i++) {
      sortedTimes[i] = times[order[i]];
      sortedStacks[i] = stackRows[order[i]];
      sortedWeights[i] = weights[order[i]];
    }
    return new Samples(sortedTimes, sortedStacks, sortedWeights, unit);
  }
}
