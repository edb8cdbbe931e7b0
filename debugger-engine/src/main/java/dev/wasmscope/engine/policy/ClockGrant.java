package dev.wasmscope.engine.policy;

import java.time.Duration;
import java.time.Instant;

/** What a program learns about time. */
public sealed interface ClockGrant {

  /** No clock can be read. */
  record Denied() implements ClockGrant {}

  /** The host's clocks. */
  record Host() implements ClockGrant {}

  /**
   * A clock of the program's own, the same in every run: it goes on by a step each time it is read,
   * and by the whole time the program sleeps, which takes no time.
   *
   * @param start what the clock shows at first
   * @param step how far it goes on when it is read
   */
  record Virtual(Instant start, Duration step) implements ClockGrant {

    /** A clock that starts with the epoch and goes on by a millisecond. */
    public static Virtual standard() {
      return new Virtual(Instant.EPOCH, Duration.ofMillis(1));
    }
  }
}
