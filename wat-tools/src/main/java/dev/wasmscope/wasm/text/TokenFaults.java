package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.Span;

/** Words what is wrong with things that are no tokens. */
final class TokenFaults {

  private TokenFaults() {}

  /** What is wrong with the token that {@code lexer} read last. */
  static Diagnostic of(byte[] source, Lexer lexer) {
    Span span = new Span(lexer.start(), lexer.end());
    return switch (lexer.kind()) {
      case MALFORMED_UTF8 -> Diagnostic.error(DiagnosticCode.UTF8, span, "in the text");
      case UNCLOSED_STRING ->
          Diagnostic.error(DiagnosticCode.UNCLOSED_STRING, span, "the line ends first")
              .withRemedy("Close it with a quote; write a line end inside as \\n.");
      case UNCLOSED_COMMENT ->
          Diagnostic.error(DiagnosticCode.UNCLOSED_COMMENT, span, "the text ends first")
              .withRemedy("Close it with ;) — block comments nest.");
      case ILLEGAL_ESCAPE ->
          Diagnostic.error(DiagnosticCode.ILLEGAL_ESCAPE, span, TextErrors.shown(source, span))
              .withRemedy("Known are \\t \\n \\r \\\" \\' \\\\ \\hh and \\u{hex}.");
      case EMPTY_ID ->
          Diagnostic.error(DiagnosticCode.EMPTY_IDENTIFIER, span, "a name must follow the $");
      case EMPTY_ANNOTATION ->
          Diagnostic.error(
              DiagnosticCode.EMPTY_ANNOTATION_ID, span, "a name must follow the @ at once");
      default ->
          Diagnostic.error(
                  DiagnosticCode.ILLEGAL_CHARACTER,
                  span,
                  "such characters may only stand in strings and comments")
              .withRemedy("In a string it can be written as \\hh or \\u{hex}.");
    };
  }
}
