package dev.wasmscope.app.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/**
 * Measures how long the window's thread was busy at a stretch, in processor time, so that a loaded
 * machine is not taken for a slow window. Probes queue up behind whatever the thread is doing.
 */
final class FxWatchdog implements AutoCloseable {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AtomicLong longest = new AtomicLong();
  private final Thread probing = new Thread(this::probe, "fx-watchdog");
  private volatile boolean watching = true;
  private long before = -1;

  FxWatchdog() {
    probing.setDaemon(true);
  }

  static FxWatchdog start() {
    FxWatchdog watchdog = new FxWatchdog();
    watchdog.probing.start();
    return watchdog;
  }

  private void probe() {
    try {
      while (watching) {
        CountDownLatch served = new CountDownLatch(1);
        Platform.runLater(
            () -> {
              long now = threads.getCurrentThreadCpuTime();
              if (before >= 0) {
                longest.accumulateAndGet(now - before, Math::max);
              }
              before = now;
              served.countDown();
            });
        if (!served.await(60, TimeUnit.SECONDS)) {
          longest.set(Long.MAX_VALUE);
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The longest stretch so far in milliseconds; forgets it. */
  long takeLongestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longest.getAndSet(0));
  }

  @Override
  public void close() {
    watching = false;
  }
}
