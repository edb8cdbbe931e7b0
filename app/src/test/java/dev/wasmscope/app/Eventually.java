package dev.wasmscope.app;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what the window comes to. */
public final class Eventually {
  private static final int SECONDS = 60;

  private Eventually() {}

  /**
   * Waits until a condition holds, which is asked on the window's thread, and until the window has
   * done what is left to do.
   *
   * @throws java.util.concurrent.TimeoutException if it does not hold in a minute
   */
  public static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
