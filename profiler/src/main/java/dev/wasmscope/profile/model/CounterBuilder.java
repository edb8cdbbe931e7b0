package dev.wasmscope.profile.model;

import java.util.Arrays;

/** Collects the points of one counter. */
public final class CounterBuilder {
  private final String name;
  private final WeightUnit unit;
  private double[] times = new double[16];
  private long[] values = new long[16];
  private int size;

  CounterBuilder(String name, WeightUnit unit) {
    this.name = name;
    this.unit = unit;
  }

  /**
   * Adds a point.
   *
   * @param time milliseconds from the start of the profile; a time before the last point's counts
   *     as the last point's
   * @param value the value from then on
   */
  public CounterBuilder add(double time, long value) {
    if (!Double.isFinite(time)) {
      throw new IllegalArgumentException("a counter needs finite times, not " + time);
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    times[size] = size == 0 ? time : Math.max(time, times[size - 1]);
    values[size++] = value;
    return this;
  }

  Counter build() {
    return new Counter(name, unit, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
  }
}
