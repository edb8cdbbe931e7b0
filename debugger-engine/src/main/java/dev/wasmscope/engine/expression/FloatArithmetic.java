package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.F32;
import dev.wasmscope.engine.expression.ExpressionValue.F64;
import dev.wasmscope.engine.numeric.F32Ops;
import dev.wasmscope.engine.numeric.F64Ops;
import java.util.Optional;

/**
 * The operators on two floating-point numbers of one type; empty where there is no such operator.
 */
final class FloatArithmetic {
  private FloatArithmetic() {}

  static Optional<ExpressionValue> apply(BinaryOperator operator, float a, float b) {
    return switch (operator) {
      case ADD -> Optional.of(new F32(F32Ops.add(a, b)));
      case SUB -> Optional.of(new F32(F32Ops.sub(a, b)));
      case MUL -> Optional.of(new F32(F32Ops.mul(a, b)));
      case DIV -> Optional.of(new F32(F32Ops.div(a, b)));
      default -> relation(operator, a, b);
    };
  }

  static Optional<ExpressionValue> apply(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> Optional.of(new F64(F64Ops.add(a, b)));
      case SUB -> Optional.of(new F64(F64Ops.sub(a, b)));
      case MUL -> Optional.of(new F64(F64Ops.mul(a, b)));
      case DIV -> Optional.of(new F64(F64Ops.div(a, b)));
      default -> relation(operator, a, b);
    };
  }

  private static Optional<ExpressionValue> relation(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case EQ -> Optional.of(ExpressionValue.truth(a == b));
      case NE -> Optional.of(ExpressionValue.truth(a != b));
      case LT -> Optional.of(ExpressionValue.truth(a < b));
      case LE -> Optional.of(ExpressionValue.truth(a <= b));
      case GT -> Optional.of(ExpressionValue.truth(a > b));
      case GE -> Optional.of(ExpressionValue.truth(a >= b));
      default -> Optional.empty();
    };
  }
}
