package dev.wasmscope.app.config;

import java.util.Objects;

/**
 * A configuration file cannot be used; the message begins with the file and, if known, the line.
 */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * An unusable file.
   *
   * @param message place, rule, what was expected and found
   * @param remedy what the user can do
   */
  public ConfigException(String message, String remedy) {
    super(Objects.requireNonNull(message));
    this.remedy = Objects.requireNonNull(remedy);
  }

  /** What the user can do. */
  public String remedy() {
    return remedy;
  }
}
