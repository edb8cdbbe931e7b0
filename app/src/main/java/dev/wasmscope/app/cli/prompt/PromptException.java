package dev.wasmscope.app.cli.prompt;

import java.io.Serial;

/** A command cannot be done; the message is a sentence for the user. */
public final class PromptException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public PromptException(String message) {
    super(message, null, false, false);
  }
}
