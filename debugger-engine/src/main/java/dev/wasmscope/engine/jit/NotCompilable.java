package dev.wasmscope.engine.jit;

import java.io.Serial;

/** A function is left to the interpreter; the message says why. */
final class NotCompilable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  NotCompilable(String reason) {
    super(reason, null, false, false);
  }
}
