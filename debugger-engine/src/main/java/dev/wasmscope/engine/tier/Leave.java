package dev.wasmscope.engine.tier;

import java.io.Serial;

/**
 * Compiled code cannot go on here: the interpreter is to execute the instruction at the frame's
 * place. For pauses, traps, and whatever is rare.
 */
public final class Leave extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** The only one: it says nothing but that it was thrown. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace
  public static final Leave NOW = new Leave();

  private Leave() {
    super(null, null, false, false);
  }
}
