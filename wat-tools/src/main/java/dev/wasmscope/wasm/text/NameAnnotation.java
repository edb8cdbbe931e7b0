package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;

/** Reads {@code (@name "…")}. */
final class NameAnnotation {

  private NameAnnotation() {}

  /** The name that the annotation right before the cursor gives, else {@code id}. */
  static String orId(TokenCursor cursor, String id) {
    int at = cursor.nameAnnotation();
    return at < 0 ? id : read(cursor.source(), at);
  }

  /** The name in the annotation that starts at {@code at}. */
  static String read(byte[] source, int at) {
    var cursor = AnnotationReader.contents(source, at);
    if (cursor.kind() != TokenKind.STRING) {
      throw error(cursor.span(), "a string was expected");
    }
    byte[] name = StringLiteral.decode(source, cursor.start(), cursor.end());
    if (!Utf8.isWellFormed(name, 0, name.length)) {
      throw error(cursor.span(), "malformed UTF-8 encoding");
    }
    cursor.advance();
    if (cursor.kind() != TokenKind.RIGHT) {
      throw error(cursor.span(), "unexpected token");
    }
    return new String(name, StandardCharsets.UTF_8);
  }

  private static DiagnosticException error(Span span, String what) {
    return new DiagnosticException(Diagnostic.error(DiagnosticCode.NAME_ANNOTATION, span, what));
  }
}
