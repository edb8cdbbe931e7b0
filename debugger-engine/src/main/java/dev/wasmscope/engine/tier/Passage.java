package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.runtime.WasmException;

/**
 * The frames that an exception has left on its way up Java's stack. They are kept until it is
 * caught: if nobody catches it, whoever looks is to see the stack as it was where it was thrown.
 */
public final class Passage {

  private WasmException exception;
  private Capture left;

  /** The frame of compiled code that {@code passing} leaves now. */
  public FrameDump add(WasmException passing, CompiledCode code, int place) {
    return of(passing).add(code, place, passing);
  }

  /** The frames that {@code passing} has left so far. */
  @SuppressWarnings("ReferenceEquality") // another one may be of the same exception
  public Capture of(WasmException passing) {
    if (exception != passing) {
      exception = passing;
      left = new Capture(new Capture.Resumption.Fail(passing));
    }
    return left;
  }

  /** Whether frames of compiled code are among those that {@code passing} has left. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isOf(WasmException passing) {
    return exception == passing;
  }

  /** The frames that {@code passing} has left; it is thrown once more where they are restored. */
  public Capture end(WasmException passing) {
    Capture frames = of(passing);
    exception = null;
    left = null;
    return frames;
  }
}
