package dev.wasmscope.app.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs jobs on one executor and tells of them on another. The window passes virtual threads and its
 * own event queue; tests pass {@code Runnable::run} twice and everything happens in the call.
 */
public final class TaskRunner {
  private record Report(double fraction, String message) {}

  private final Executor background;
  private final Executor window;
  private final TaskBoard board;

  /**
   * A runner.
   *
   * @param background where the work is done
   * @param window where results, failures and progress are told
   * @param board where jobs under way are listed
   */
  public TaskRunner(Executor background, Executor window, TaskBoard board) {
    this.background = background;
    this.window = window;
    this.board = board;
  }

  /** Starts {@code job}; call on the window's thread. */
  public <T> TaskEntry start(Job<T> job) {
    TaskEntry entry = new TaskEntry(job.title());
    board.add(entry);
    background.execute(() -> work(job, entry));
    return entry;
  }

  /** Runs {@code action} on the window's thread, soon. */
  public void onWindow(Runnable action) {
    window.execute(action);
  }

  private <T> void work(Job<T> job, TaskEntry entry) {
    try {
      T result = job.work().run(new Reporter(entry));
      finish(entry, () -> job.onSuccess().accept(result));
    } catch (CancellationException cancelled) {
      window.execute(() -> board.remove(entry));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      window.execute(() -> board.remove(entry));
    } catch (Exception failure) {
      finish(entry, () -> job.onFailure().accept(failure));
    } catch (StackOverflowError | OutOfMemoryError tooBig) {
      finish(entry, () -> job.onFailure().accept(new IllegalStateException(tooBig)));
    }
  }

  private void finish(TaskEntry entry, Runnable tell) {
    window.execute(
        () -> {
          board.remove(entry);
          if (!entry.isCancelled()) {
            tell.run();
          }
        });
  }

  /** Coalesces reports so that a chatty job cannot flood the window's event queue. */
  private final class Reporter implements Progress {
    private final TaskEntry entry;
    private final AtomicReference<Report> pending = new AtomicReference<>();

    Reporter(TaskEntry entry) {
      this.entry = entry;
    }

    @Override
    public void report(double fraction, String message) {
      if (pending.getAndSet(new Report(fraction, message)) == null) {
        window.execute(
            () -> {
              Report latest = pending.getAndSet(null);
              entry.update(latest.fraction(), latest.message());
            });
      }
    }

    @Override
    public boolean isCancelled() {
      return entry.isCancelled();
    }
  }
}
