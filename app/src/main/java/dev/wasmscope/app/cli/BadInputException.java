package dev.wasmscope.app.cli;

import java.util.Objects;

/**
 * An input cannot be used; ends a command with {@link ExitCode#BAD_INPUT}. Its message says what is
 * wrong and where, its remedy what to do.
 */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * An unusable input.
   *
   * @param message one sentence that begins with the place: a file, with line and column if known
   * @param remedy what the user can do, or an empty string
   */
  public BadInputException(String message, String remedy) {
    super(Objects.requireNonNull(message));
    this.remedy = Objects.requireNonNull(remedy);
  }

  /** What the user can do; empty when the message says all. */
  public String remedy() {
    return remedy;
  }
}
