package dev.wasmscope.engine.probe;

import java.io.Serial;

/** A thread's execution was ended from outside. */
public final class Terminated extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public Terminated() {
    super("terminated", null, false, false);
  }
}
