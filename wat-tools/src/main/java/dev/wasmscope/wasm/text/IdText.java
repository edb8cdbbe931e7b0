package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an identifier without the dollar sign: a part of the source, or the decoded string
 * of the form {@code $"name"}.
 */
final class IdText {

  byte[] bytes;
  int start;
  int end;

  /** Reads the identifier token {@code [tokenStart, tokenEnd)}. */
  void read(byte[] source, int tokenStart, int tokenEnd) {
    if (source[tokenStart + 1] == '"') {
      bytes = StringLiteral.decode(source, tokenStart + 1, tokenEnd);
      start = 0;
      end = bytes.length;
      if (!Utf8.isWellFormed(bytes, start, end)) {
        throw new DiagnosticException(
            Diagnostic.error(
                DiagnosticCode.UTF8, new Span(tokenStart, tokenEnd), "in an identifier"));
      }
    } else {
      bytes = source;
      start = tokenStart + 1;
      end = tokenEnd;
    }
  }

  @Override
  public String toString() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
