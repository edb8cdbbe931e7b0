package dev.wasmscope.profile.model;

/**
 * Something known of the module or of the run, for people to read.
 *
 * @param label what it is, such as {@code SHA-256}
 * @param value its value
 */
public record Fact(String label, String value) {

  /** Keeps text well-formed. */
  public Fact {
    label = WellFormed.text(label);
    value = WellFormed.text(value);
  }
}
