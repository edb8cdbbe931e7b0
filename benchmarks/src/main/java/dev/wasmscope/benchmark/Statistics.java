package dev.wasmscope.benchmark;

import java.util.Collection;
import java.util.List;

/** What is made of several times. */
final class Statistics {

  private Statistics() {}

  /** The least; NaN of nothing. */
  static double best(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  /** The middle one, or the mean of the two in the middle; NaN of nothing. */
  static double median(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The least value that so large a part of all values does not exceed; NaN of nothing. */
  static double quantile(Collection<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(part * sorted.size());
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(rank, 1) - 1);
  }

  /** The n-th root of the product; NaN of nothing. */
  static double geometricMean(Collection<Double> ratios) {
    return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
  }
}
