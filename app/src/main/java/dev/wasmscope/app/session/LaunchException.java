package dev.wasmscope.app.session;

/** A document cannot be run; the message is a sentence for people. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1;

  /** An exception that says {@code sentence}. */
  public LaunchException(String sentence) {
    super(sentence);
  }

  /** An exception that says {@code sentence} because of {@code cause}. */
  public LaunchException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
