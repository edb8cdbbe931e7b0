package dev.wasmscope.engine.runtime;

import java.io.Serial;

/** Ends the program by the program's own wish, as WASI's {@code proc_exit}; no failure. */
public final class ProgramExit extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int code;

  public ProgramExit(int code) {
    super("exit " + code, null, false, false);
    this.code = code;
  }

  /** What the program answers to whoever started it; 0 is success. */
  public int code() {
    return code;
  }
}
