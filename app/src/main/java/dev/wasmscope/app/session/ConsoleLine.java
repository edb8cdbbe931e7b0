package dev.wasmscope.app.session;

/**
 * A line of the console.
 *
 * @param kind who wrote it
 * @param text without its line end
 * @param complete whether its line end was written
 */
public record ConsoleLine(Kind kind, String text, boolean complete) {
  /** Who wrote a line. */
  public enum Kind {
    STDOUT,
    STDERR,
    /** Typed into the console. */
    STDIN,
    /** Said by Wasmscope. */
    NOTE,
    /** The value an export returned. */
    RESULT,
    /** A trap or an error. */
    FAILURE
  }
}
