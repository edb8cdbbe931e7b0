package dev.wasmscope.profile.model;

/**
 * A range of time, in milliseconds from the start of the profile.
 *
 * @param from first moment inside
 * @param to first moment outside
 */
public record TimeRange(double from, double to) {

  /** All of time. */
  public static final TimeRange ALL =
      new TimeRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Whether {@code time} is inside. */
  public boolean contains(double time) {
    return time >= from && time < to;
  }
}
