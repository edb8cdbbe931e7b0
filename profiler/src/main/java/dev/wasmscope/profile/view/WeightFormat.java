package dev.wasmscope.profile.view;

import dev.wasmscope.profile.model.WeightUnit;
import java.util.Locale;

/** Weights, times and shares as short text for people. */
public final class WeightFormat {
  private WeightFormat() {}

  /** A weight with its unit, such as {@code 1.25 s}, {@code 64 KiB} or {@code 1,234 calls}. */
  public static String format(WeightUnit unit, long weight) {
    return switch (unit) {
      case CPU_TIME_NS -> time(weight);
      case BYTES -> bytes(weight);
      case SAMPLES, INSTRUCTIONS, CALLS ->
          count(weight) + " " + (weight == 1 ? unit.singular() : unit.label());
    };
  }

  /** A part of a whole in percent, such as {@code 12.3 %}. */
  public static String share(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String time(long nanoseconds) {
    if (nanoseconds < 1_000) {
      return nanoseconds + " ns";
    }
    if (nanoseconds < 1_000_000) {
      return scaled(nanoseconds / 1e3, "µs");
    }
    return nanoseconds < 1_000_000_000
        ? scaled(nanoseconds / 1e6, "ms")
        : scaled(nanoseconds / 1e9, "s");
  }

  private static String bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (Math.abs(value) >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + " B" : scaled(value, units[unit]);
  }

  private static String scaled(double value, String unit) {
    double magnitude = Math.abs(value);
    String pattern = magnitude >= 100 ? "%.0f %s" : magnitude >= 10 ? "%.1f %s" : "%.2f %s";
    return String.format(Locale.ROOT, pattern, value, unit);
  }
}
