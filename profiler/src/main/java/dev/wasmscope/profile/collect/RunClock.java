package dev.wasmscope.profile.collect;

import java.time.Instant;

/** Time since the recording began. */
final class RunClock {
  private final Instant start = Instant.now();
  private final long nanos = System.nanoTime();

  Instant start() {
    return start;
  }

  /** Milliseconds since the start. */
  double now() {
    return (System.nanoTime() - nanos) / 1e6;
  }
}
