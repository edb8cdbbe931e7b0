package dev.wasmscope.engine.expression;

/** An expression reads what only a frame can tell. */
final class NotStaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotStaged() {
    super(null, null, false, false);
  }
}
