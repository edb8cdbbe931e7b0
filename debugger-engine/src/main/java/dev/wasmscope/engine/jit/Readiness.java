package dev.wasmscope.engine.jit;

/**
 * Whether HotSpot's optimising compiler has compiled a method that holds vectors as Java's. Until
 * then its code is a hundred times as slow, and is not executed: it says here that it is ready when
 * it is called for nothing, see {@link WarmUp}.
 */
public final class Readiness {

  private volatile boolean ready;
  private volatile Runnable whenCold = () -> {};

  /**
   * The method has been called for nothing.
   *
   * @param optimised whether it is the optimising compiler's code that says so
   */
  public void called(boolean optimised) {
    if (optimised) {
      ready = true;
    }
  }

  /** The method was to be executed but HotSpot has given its code up. */
  public void cold() {
    if (ready) {
      ready = false;
      whenCold.run();
    }
  }

  boolean isReady() {
    return ready;
  }

  /** Who is to be told when the method is not ready any more. */
  void whenCold(Runnable action) {
    whenCold = action;
  }
}
