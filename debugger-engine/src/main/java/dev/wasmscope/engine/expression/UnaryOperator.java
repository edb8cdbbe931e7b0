package dev.wasmscope.engine.expression;

import java.util.Arrays;
import java.util.Optional;

/** The unary operators. */
enum UnaryOperator {
  PLUS("+"),
  MINUS("-"),
  NOT("!"),
  COMPLEMENT("~");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  static Optional<UnaryOperator> of(String symbol) {
    return Arrays.stream(values()).filter(op -> op.symbol.equals(symbol)).findFirst();
  }

  String symbol() {
    return symbol;
  }
}
