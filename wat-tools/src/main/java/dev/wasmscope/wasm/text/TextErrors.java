package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words the diagnostics of the text format. */
final class TextErrors {

  private static final int LONGEST_SHOWN = 40;

  private TextErrors() {}

  /** A diagnostic whose message goes on after the wording with {@code words}. */
  static Diagnostic named(DiagnosticCode code, Span span, String words) {
    String message = code.wording() + " " + words;
    return new Diagnostic(code, Severity.ERROR, span, message, "", List.of());
  }

  /** The token is not what was expected; or it is no word of the format at all. */
  static Diagnostic unexpected(byte[] source, TokenKind kind, Span span, String expected) {
    String found = shown(source, span);
    if (kind == TokenKind.KEYWORD || kind == TokenKind.RESERVED) {
      if (kind == TokenKind.RESERVED || !Keywords.isKnown(found)) {
        return named(DiagnosticCode.UNKNOWN_OPERATOR, span, found);
      }
    }
    if (kind == TokenKind.END) {
      String end = span.start() < source.length ? "the next field" : "the end";
      return Diagnostic.error(
              DiagnosticCode.UNEXPECTED_TOKEN, span, "expected " + expected + ", found " + end)
          .withRemedy("Close the parentheses that are still open.");
    }
    return Diagnostic.error(
        DiagnosticCode.UNEXPECTED_TOKEN, span, "expected " + expected + ", found " + found);
  }

  /** The text that {@code span} covers, cut if it is long. */
  static String shown(byte[] source, Span span) {
    int length = Math.min(span.length(), LONGEST_SHOWN);
    String text = new String(source, span.start(), length, StandardCharsets.UTF_8);
    return length < span.length() ? text + "…" : text;
  }
}
