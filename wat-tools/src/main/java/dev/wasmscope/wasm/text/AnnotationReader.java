package dev.wasmscope.wasm.text;

/** Opens annotations. */
final class AnnotationReader {

  private AnnotationReader() {}

  /** A cursor on what follows the name of the annotation that starts at {@code at}. */
  static TokenCursor contents(byte[] source, int at) {
    var lexer = new Lexer(source, at, source.length);
    lexer.next();
    return new TokenCursor(source, lexer.end(), source.length);
  }
}
