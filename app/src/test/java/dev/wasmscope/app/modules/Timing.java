package dev.wasmscope.app.modules;

import java.util.ArrayList;
import java.util.List;

/** Times of something that is done again and again. */
final class Timing {

  private static final int LEAST_ROUNDS = 5;
  private static final int MOST_ROUNDS = 100;
  private static final double ENOUGH_MILLIS = 3000;

  private Timing() {}

  /** How long {@code work} takes when it is warm, in milliseconds: the median of the later half. */
  static double warmMillis(Runnable work) {
    List<Double> rounds = new ArrayList<>();
    double spent = 0;
    while (rounds.size() < LEAST_ROUNDS || (spent < ENOUGH_MILLIS && rounds.size() < MOST_ROUNDS)) {
      long start = System.nanoTime();
      work.run();
      double millis = (System.nanoTime() - start) / 1e6;
      rounds.add(millis);
      spent += millis;
    }
    return median(rounds.subList(rounds.size() / 2, rounds.size()));
  }

  /** The middle of {@code values}, of which there is at least one. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
