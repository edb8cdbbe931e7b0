package dev.wasmscope.app.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 10ms}, {@code 60s}, {@code 1.5 min}. */
public final class DurationText {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([a-zµ]+)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ns", ChronoUnit.NANOS,
          "us", ChronoUnit.MICROS,
          "µs", ChronoUnit.MICROS,
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "min", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS);

  private DurationText() {}

  /**
   * Reads a number and its unit; empty when the text is neither, or the duration over 292 years.
   */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = SHAPE.matcher(text.strip());
    if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
      return Optional.empty();
    }
    double nanos =
        Double.parseDouble(matcher.group(1)) * UNITS.get(matcher.group(2)).getDuration().toNanos();
    return nanos > Long.MAX_VALUE
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.round(nanos)));
  }
}
