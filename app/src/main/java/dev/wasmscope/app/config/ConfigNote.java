package dev.wasmscope.app.config;

/**
 * Something a reader of a configuration file should know.
 *
 * @param weight whether it may be a mistake or is mere information
 * @param message one sentence that begins with the file and, if known, the line
 */
public record ConfigNote(Weight weight, String message) {
  /** How much a note matters. */
  public enum Weight {
    /** A key without effect here. */
    INFORMATION,
    /** A key nobody knows, or one whose missing effect may surprise. */
    WARNING
  }
}
