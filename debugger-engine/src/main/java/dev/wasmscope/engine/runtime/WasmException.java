package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.trap.TraceEntry;
import java.io.Serial;
import java.util.List;

/** A WebAssembly exception on its way through Java (§4.2.14). */
public final class WasmException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient ExceptionInstance exception;
  private final transient List<TraceEntry> backtrace;

  /** An exception that the host throws. */
  public WasmException(ExceptionInstance exception) {
    this(exception, List.of());
  }

  /** An exception that was thrown on the stack given, innermost function first. */
  public WasmException(ExceptionInstance exception, List<TraceEntry> backtrace) {
    super(null, null, false, false);
    this.exception = exception;
    this.backtrace = List.copyOf(backtrace);
  }

  /** The WebAssembly stack where it was thrown, innermost function first; empty if not known. */
  public List<TraceEntry> backtrace() {
    return backtrace;
  }

  @Override
  public String getMessage() {
    return "uncaught exception " + exception;
  }

  /** What was thrown. */
  public ExceptionInstance exception() {
    return exception;
  }
}
