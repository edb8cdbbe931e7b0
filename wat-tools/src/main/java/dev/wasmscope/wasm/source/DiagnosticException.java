package dev.wasmscope.wasm.source;

import java.io.Serial;

/** Ends the reading of an input that cannot be continued; carries the one reason. */
public final class DiagnosticException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public DiagnosticException(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** What is wrong and where. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
