package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.profile.model.Fact;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to record and how.
 *
 * @param product what is profiled, such as the file's name; title of the profile
 * @param metrics what to record
 * @param interval time between samples, at least {@link #SHORTEST_INTERVAL}
 * @param duration for how long samples are taken; zero for as long as the program runs
 * @param facts facts about module and run that go into the profile
 * @param lines lines of places in a text, for heat beside it
 * @param text that text, to be kept in the profile; empty when it is not to be kept
 */
public record ProfilerOptions(
    String product,
    Set<Metric> metrics,
    Duration interval,
    Duration duration,
    List<Fact> facts,
    LineTable lines,
    String text) {

  /** The shortest time between samples. */
  public static final Duration SHORTEST_INTERVAL = Duration.ofNanos(100_000);

  /**
   * Checks the interval and takes copies.
   *
   * @throws IllegalArgumentException when the interval is too short or the duration negative
   */
  public ProfilerOptions {
    if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
      throw new IllegalArgumentException(
          "the sampling interval must be at least 100 µs, found " + interval);
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "the sampling duration must not be negative, found " + duration);
    }
    metrics = Set.copyOf(metrics);
    facts = List.copyOf(facts);
  }

  /** Samples every 10 ms for as long as the program runs, host calls and memory. */
  public static ProfilerOptions sampling(String product) {
    return of(product, EnumSet.of(Metric.SAMPLES, Metric.HOST_CALLS, Metric.MEMORY));
  }

  /** Exact instructions and memory. */
  public static ProfilerOptions exact(String product) {
    return of(product, EnumSet.of(Metric.INSTRUCTIONS, Metric.MEMORY));
  }

  /** These metrics with an interval of 10 ms. */
  public static ProfilerOptions of(String product, Set<Metric> metrics) {
    return new ProfilerOptions(
        product, metrics, Duration.ofMillis(10), Duration.ZERO, List.of(), LineTable.NONE, "");
  }

  /** The same with another interval. */
  public ProfilerOptions withInterval(Duration newInterval) {
    return new ProfilerOptions(product, metrics, newInterval, duration, facts, lines, text);
  }

  /** The same with another duration. */
  public ProfilerOptions withDuration(Duration newDuration) {
    return new ProfilerOptions(product, metrics, interval, newDuration, facts, lines, text);
  }

  /** The same with facts. */
  public ProfilerOptions withFacts(List<Fact> newFacts) {
    return new ProfilerOptions(product, metrics, interval, duration, newFacts, lines, text);
  }

  /**
   * The same with a text whose lines are told for every place; the profile keeps it under the name
   * {@link LineTable#file}.
   */
  public ProfilerOptions withText(LineTable newLines, String newText) {
    return new ProfilerOptions(product, metrics, interval, duration, facts, newLines, newText);
  }
}
