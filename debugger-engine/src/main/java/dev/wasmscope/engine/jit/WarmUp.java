package dev.wasmscope.engine.jit;

import java.util.concurrent.Executor;

/**
 * Calls units for nothing until HotSpot's optimising compiler has compiled them. Nobody executes
 * them in the meantime: the interpreter is faster than Java's vectors are then. And HotSpot has no
 * statistics of what is executed: it compiles all of a method, not only what has been needed so
 * far, and has no reason to give the code up soon.
 */
final class WarmUp {

  /** The depth that a method is called with to be asked whether it is ready. */
  static final int ASKED = -1;

  /** The depth of a call without a thread that pretends to be a real one. */
  private static final int PRETENDED = 0;

  private static final int CALLS = 1000;
  private static final long PAUSE_MILLIS = 1;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Executor executor;

  /**
   * Nothing is warmed up yet.
   *
   * @param executor of one thread, or the caller's
   */
  WarmUp(Executor executor) {
    this.executor = executor;
  }

  /**
   * Warms a unit up.
   *
   * @param ready what to do when it is ready
   * @param never what to do if that takes too long
   */
  void start(Warmth unit, Runnable ready, Runnable never) {
    Waiting waiting = new Waiting(unit, ready, never);
    executor.execute(waiting::step);
  }

  private final class Waiting {
    private final Warmth unit;
    private final Runnable ready;
    private final Runnable never;
    private final long since = System.nanoTime();
    private int rounds;
    private boolean busy;
    private boolean again;

    Waiting(Warmth unit, Runnable ready, Runnable never) {
      this.unit = unit;
      this.ready = ready;
      this.never = never;
    }

    /** What else waits for the executor has its turn in between. */
    void step() {
      if (busy) {
        // The executor is the caller.
        again = true;
        return;
      }
      busy = true;
      do {
        again = false;
        if (isOver()) {
          return;
        }
        pause();
        executor.execute(this::step);
      } while (again);
      busy = false;
    }

    private boolean isOver() {
      call();
      if (unit.isReady()) {
        ready.run();
        return true;
      }
      boolean late = System.nanoTime() - since > PATIENCE_NANOS;
      if (late) {
        never.run();
      }
      return late;
    }

    /**
     * HotSpot is to see that the unit is not only asked, or it would compile nothing else; but not
     * so often that it would believe that what is behind the test for a thread is never reached.
     */
    private void call() {
      unit.call(CALLS, ASKED);
      rounds++;
      if (Integer.bitCount(rounds) <= 2) {
        unit.call(1, PRETENDED);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
