package dev.wasmscope.benchmark;

import java.util.List;

/** What a peer made of a kernel. */
sealed interface Result {

  /** Times in milliseconds of processor time; all its executions gave the same checksum. */
  record Measured(String checksum, double best, double median) implements Result {}

  /** No time without a result. */
  record Failed(String why) implements Result {}

  /** Sums up samples. */
  static Result of(List<Sample> samples) {
    List<String> checksums = samples.stream().map(Sample::checksum).distinct().toList();
    if (checksums.size() != 1) {
      return new Failed("not always the same result: " + checksums);
    }
    List<Double> times = samples.stream().map(Sample::cpu).toList();
    return new Measured(checksums.getFirst(), Statistics.best(times), Statistics.median(times));
  }

  /** This result, or a failure if it was measured with another checksum than {@code reference}. */
  default Result comparedTo(Result reference) {
    if (this instanceof Measured own
        && reference instanceof Measured other
        && !own.checksum().equals(other.checksum())) {
      return new Failed("wrong result: " + own.checksum() + ", expected " + other.checksum());
    }
    return this;
  }
}
