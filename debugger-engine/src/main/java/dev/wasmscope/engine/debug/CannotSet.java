package dev.wasmscope.engine.debug;

import java.io.Serial;

/** A breakpoint cannot be set in a program; the message is a sentence for the user. */
final class CannotSet extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  CannotSet(String message) {
    super(message, null, false, false);
  }
}
