package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Span;

/**
 * A token of a text.
 *
 * @param start offset of its first byte
 * @param end offset after its last byte
 */
public record Token(TokenKind kind, int start, int end) {

  /** The bytes of the token. */
  public Span span() {
    return new Span(start, end);
  }
}
