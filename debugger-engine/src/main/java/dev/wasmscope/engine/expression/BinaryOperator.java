package dev.wasmscope.engine.expression;

import java.util.Arrays;
import java.util.Optional;

/** The binary operators with C's precedence; a higher number binds tighter. All lean left. */
enum BinaryOperator {
  OR_ELSE("||", 1),
  AND_ALSO("&&", 2),
  OR("|", 3),
  XOR("^", 4),
  AND("&", 5),
  EQ("==", 6),
  NE("!=", 6),
  LE("<=", 7),
  GE(">=", 7),
  LT("<", 7),
  GT(">", 7),
  SHL("<<", 8),
  SHR(">>", 8),
  ADD("+", 9),
  SUB("-", 9),
  MUL("*", 10),
  DIV("/", 10),
  REM("%", 10);

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  static Optional<BinaryOperator> of(String symbol) {
    return Arrays.stream(values()).filter(op -> op.symbol.equals(symbol)).findFirst();
  }

  String symbol() {
    return symbol;
  }

  int precedence() {
    return precedence;
  }
}
