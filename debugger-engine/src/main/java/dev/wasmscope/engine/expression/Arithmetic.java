package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.F32;
import dev.wasmscope.engine.expression.ExpressionValue.F64;
import dev.wasmscope.engine.expression.ExpressionValue.Int;
import dev.wasmscope.engine.expression.ExpressionValue.Numeric;
import dev.wasmscope.engine.expression.ExpressionValue.Reference;
import dev.wasmscope.engine.expression.ExpressionValue.Vector;
import dev.wasmscope.engine.numeric.F32Ops;
import dev.wasmscope.engine.numeric.F64Ops;
import dev.wasmscope.engine.trap.Trap;
import java.util.Objects;
import java.util.Optional;

/** The operators on values; empty where the types of the operands have no such operator. */
final class Arithmetic {
  private Arithmetic() {}

  /** Throws {@link Trap} where the instruction of the same meaning would trap. */
  static Optional<ExpressionValue> apply(
      BinaryOperator operator, ExpressionValue left, ExpressionValue right) {
    if (left instanceof Numeric a && right instanceof Numeric b) {
      return numbers(operator, a, b);
    } else if (left instanceof Reference a && right instanceof Reference b) {
      return equality(operator, Objects.equals(a.identity(), b.identity()));
    } else if (left instanceof Vector a && right instanceof Vector b) {
      return equality(operator, a.equals(b));
    }
    return Optional.empty();
  }

  static Optional<ExpressionValue> apply(UnaryOperator operator, ExpressionValue operand) {
    return switch (operator) {
      case NOT -> truth(operand).map(truth -> ExpressionValue.truth(!truth));
      case PLUS -> Optional.of(operand).filter(value -> value instanceof Numeric);
      case MINUS -> negated(operand);
      case COMPLEMENT ->
          operand instanceof Int i ? Optional.of(new Int(i.type(), ~i.value())) : Optional.empty();
    };
  }

  /** Whether a value counts as true: what is not zero and not null; empty for vectors. */
  static Optional<Boolean> truth(ExpressionValue value) {
    return switch (value) {
      case Int i -> Optional.of(i.value() != 0);
      case F32 f -> Optional.of(f.value() != 0);
      case F64 f -> Optional.of(f.value() != 0);
      case Reference reference -> Optional.of(reference.identity() != null);
      case Vector _ -> Optional.empty();
    };
  }

  private static Optional<ExpressionValue> numbers(
      BinaryOperator operator, Numeric left, Numeric right) {
    if (isShift(operator)) {
      return left instanceof Int a && right instanceof Int b
          ? Optional.of(IntegerArithmetic.apply(operator, a.type(), a.value(), b.value()))
          : Optional.empty();
    }
    NumericType type = left.type().common(right.type());
    return switch (type) {
      case I32, U32, I64, U64 -> Optional.of(integers(operator, type, left, right));
      case F32 -> FloatArithmetic.apply(operator, Conversion.f32(left), Conversion.f32(right));
      case F64 -> FloatArithmetic.apply(operator, Conversion.f64(left), Conversion.f64(right));
    };
  }

  private static ExpressionValue integers(
      BinaryOperator operator, NumericType type, Numeric left, Numeric right) {
    long a = Conversion.integer(type, left).value();
    long b = Conversion.integer(type, right).value();
    return IntegerArithmetic.apply(operator, type, a, b);
  }

  private static Optional<ExpressionValue> equality(BinaryOperator operator, boolean same) {
    return switch (operator) {
      case EQ -> Optional.of(ExpressionValue.truth(same));
      case NE -> Optional.of(ExpressionValue.truth(!same));
      default -> Optional.empty();
    };
  }

  private static Optional<ExpressionValue> negated(ExpressionValue operand) {
    return switch (operand) {
      case Int i -> Optional.of(new Int(i.type(), -i.value()));
      case F32 f -> Optional.of(new F32(F32Ops.neg(f.value())));
      case F64 f -> Optional.of(new F64(F64Ops.neg(f.value())));
      case Vector _, Reference _ -> Optional.empty();
    };
  }

  private static boolean isShift(BinaryOperator operator) {
    return operator == BinaryOperator.SHL || operator == BinaryOperator.SHR;
  }
}
