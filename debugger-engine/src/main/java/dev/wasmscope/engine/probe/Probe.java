package dev.wasmscope.engine.probe;

/** What is done at a point of the code, before the instruction there is executed. */
@FunctionalInterface
public interface Probe {

  /**
   * The thread of {@code frame} has reached the point. Called on that thread. To stop it there,
   * call {@link WasmThread#stopHere}.
   *
   * @param frame valid until this method returns, or while the thread is stopped
   */
  void fire(FrameView frame);
}
