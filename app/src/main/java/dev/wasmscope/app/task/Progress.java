package dev.wasmscope.app.task;

import java.util.concurrent.CancellationException;

/** What a running job may say and ask; may be used from the job's own thread. */
public interface Progress {
  /** A fraction that means "under way, end unknown". */
  double UNKNOWN = -1;

  /**
   * Says how far the job is.
   *
   * @param fraction 0 to 1, or {@link #UNKNOWN}
   * @param message what is being done now; may be empty
   */
  void report(double fraction, String message);

  /** Whether somebody asked to stop. */
  boolean isCancelled();

  /** Throws when somebody asked to stop. */
  default void check() {
    if (isCancelled()) {
      throw new CancellationException();
    }
  }
}
