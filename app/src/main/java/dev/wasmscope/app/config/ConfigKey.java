package dev.wasmscope.app.config;

/**
 * A key that a configuration file may have.
 *
 * @param path its tables and name joined by dots, e.g. {@code debug.breakpoints.file}
 * @param kind what its value looks like
 * @param notApplicable why it has no effect here; empty when it has one
 */
public record ConfigKey(String path, ValueKind kind, String notApplicable) {
  /** Whether the value changes what Wasmscope does. */
  public boolean isApplicable() {
    return notApplicable.isEmpty();
  }
}
