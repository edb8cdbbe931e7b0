package dev.wasmscope.wasm.source;

import java.util.List;

/**
 * One thing said about an input: which rule, where, what was expected and found, and what to do.
 *
 * @param code the rule
 * @param severity its weight
 * @param span the bytes it speaks of, in the input that was read
 * @param message one sentence that begins with the specification's wording, details after it
 * @param remedy what the user can do, or an empty string
 * @param related further places that explain this one
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    Span span,
    String message,
    String remedy,
    List<Related> related) {

  /** A further place with its own remark. */
  public record Related(Span span, String message) {}

  public Diagnostic {
    related = List.copyOf(related);
  }

  /**
   * An error in the specification's wording for {@code code}.
   *
   * @param detail expected and found; empty when the wording says all
   */
  public static Diagnostic error(DiagnosticCode code, Span span, String detail) {
    String message = detail.isEmpty() ? code.wording() : code.wording() + ": " + detail;
    return new Diagnostic(code, Severity.ERROR, span, message, "", List.of());
  }

  /** This diagnostic with a sentence on what to do. */
  public Diagnostic withRemedy(String text) {
    return new Diagnostic(code, severity, span, message, text, related);
  }

  /** This diagnostic with one more place. */
  public Diagnostic withRelated(Span place, String remark) {
    var all = new java.util.ArrayList<>(related);
    all.add(new Related(place, remark));
    return new Diagnostic(code, severity, span, message, remedy, all);
  }

  /** This diagnostic at another place, as when a place in a binary is shown in its text. */
  public Diagnostic at(Span place) {
    return new Diagnostic(code, severity, place, message, remedy, related);
  }
}
