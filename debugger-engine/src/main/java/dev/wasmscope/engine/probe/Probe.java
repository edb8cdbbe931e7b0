package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.WasmFunction;

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

  /**
   * What compiled code does at a point of the probe instead.
   *
   * @param offset of the instruction; of the first one, for the point where the function is called
   */
  default Inline inline(WasmFunction function, int offset) {
    return Inline.NOTHING;
  }
}
