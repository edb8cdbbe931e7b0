package dev.wasmscope.app.task;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * One piece of background work.
 *
 * @param <T> what it yields
 * @param title what the status bar says while it runs
 * @param work done away from the window's thread
 * @param onSuccess called on the window's thread with the result
 * @param onFailure called on the window's thread with what went wrong; a cancelled job calls
 *     neither
 */
public record Job<T>(
    String title,
    Work<T> work,
    Consumer<? super T> onSuccess,
    Consumer<? super Exception> onFailure) {

  /** Checks that nothing is missing. */
  public Job {
    Objects.requireNonNull(title);
    Objects.requireNonNull(work);
    Objects.requireNonNull(onSuccess);
    Objects.requireNonNull(onFailure);
  }

  /** The work itself. */
  @FunctionalInterface
  public interface Work<T> {
    /** Works until done, failed or cancelled. */
    T run(Progress progress) throws Exception;
  }
}
