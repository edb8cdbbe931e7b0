package dev.wasmscope.engine.breakpoint;

import java.io.Serial;

/** An entry cannot be understood; carries the sentence for its {@link BreakpointProblem}. */
final class EntryException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  EntryException(String message) {
    super(message, null, false, false);
  }
}
