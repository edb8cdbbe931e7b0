package dev.wasmscope.app.program;

import dev.wasmscope.engine.probe.WasmThread;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Lets a program trap when it has run for some time; what passes while a debugger has stopped it
 * does not count. Closing it lifts the limit.
 */
final class TimeLimit implements AutoCloseable {

  private static final long LONGEST_TICK_MILLIS = 50;
  private static final int TICKS = 20;

  private final WasmThread thread;
  private final Timer timer = new Timer("time limit", true);
  private long left;
  private long last = System.nanoTime();

  /** Starts to measure. */
  TimeLimit(WasmThread thread, Duration limit) {
    this.thread = thread;
    this.left = limit.toNanos();
    long tick = Math.clamp(limit.toMillis() / TICKS, 1, LONGEST_TICK_MILLIS);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            tick();
          }
        },
        tick,
        tick);
  }

  private void tick() {
    long now = System.nanoTime();
    if (thread.state() != WasmThread.State.STOPPED) {
      left -= now - last;
    }
    last = now;
    if (left <= 0) {
      timer.cancel();
      thread.expire();
    }
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
