package dev.wasmscope.profile.model;

/**
 * A quantity over time, such as the size of a memory. Between two points it keeps the earlier
 * value.
 */
public final class Counter {
  private final String name;
  private final WeightUnit unit;
  private final double[] times;
  private final long[] values;

  Counter(String name, WeightUnit unit, double[] times, long[] values) {
    this.name = WellFormed.text(name);
    this.unit = unit;
    this.times = times;
    this.values = values;
  }

  /** Name shown. */
  public String name() {
    return name;
  }

  /** What the values count. */
  public WeightUnit unit() {
    return unit;
  }

  /** How many points there are. */
  public int size() {
    return times.length;
  }

  /** Milliseconds from the start of the profile to point {@code row}; never falling. */
  public double time(int row) {
    return times[row];
  }

  /** The value from point {@code row} on. */
  public long value(int row) {
    return values[row];
  }
}
