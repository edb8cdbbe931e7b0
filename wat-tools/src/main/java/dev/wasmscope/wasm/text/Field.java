package dev.wasmscope.wasm.text;

/**
 * A field of a module (§6.6.1), parenthesis to parenthesis.
 *
 * @param keyword one of {@link Keywords#FIELDS}
 * @param start offset of the opening parenthesis
 * @param end offset after the closing parenthesis
 */
record Field(String keyword, int start, int end) {

  TokenCursor cursor(byte[] source) {
    return new TokenCursor(source, start, end);
  }
}
