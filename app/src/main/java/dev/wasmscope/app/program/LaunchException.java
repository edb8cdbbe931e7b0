package dev.wasmscope.app.program;

import java.io.Serial;

/** A program cannot be started; the message is a sentence for the user. */
public final class LaunchException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String remedy;

  public LaunchException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What the user can do. */
  public String remedy() {
    return remedy;
  }
}
