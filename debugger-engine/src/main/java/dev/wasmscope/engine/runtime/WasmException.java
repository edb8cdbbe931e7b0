package dev.wasmscope.engine.runtime;

import java.io.Serial;

/** A WebAssembly exception on its way through Java (§4.2.14). */
public final class WasmException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient ExceptionInstance exception;

  public WasmException(ExceptionInstance exception) {
    super("uncaught exception " + exception, null, false, false);
    this.exception = exception;
  }

  /** What was thrown. */
  public ExceptionInstance exception() {
    return exception;
  }
}
