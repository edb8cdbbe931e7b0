package dev.wasmscope.engine.expression;

import dev.wasmscope.wasm.source.Span;

/**
 * A token of an expression.
 *
 * @param text its characters; of a quoted name what is between the quotes, of a {@code NAME} what
 *     follows the dollar sign
 */
record Token(Kind kind, String text, Span span) {
  enum Kind {
    NUMBER,
    /** A name with a dollar sign. */
    NAME,
    /** A word without one. */
    WORD,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** How a message speaks of it. */
  String described() {
    return switch (kind) {
      case END -> "the end";
      case NAME -> "'$" + text + "'";
      case NUMBER, WORD, SYMBOL -> "'" + text + "'";
    };
  }
}
