package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.Int;
import dev.wasmscope.engine.numeric.I32Ops;
import dev.wasmscope.engine.numeric.I64Ops;
import dev.wasmscope.engine.trap.Trap;

/** The operators on two integers of one type, with the semantics of WebAssembly's instructions. */
final class IntegerArithmetic {
  private IntegerArithmetic() {}

  /** Throws {@link Trap} where the instruction of the same meaning would trap. */
  static ExpressionValue apply(BinaryOperator operator, NumericType type, long a, long b) {
    return switch (operator) {
      case ADD -> new Int(type, a + b);
      case SUB -> new Int(type, a - b);
      case MUL -> new Int(type, a * b);
      case DIV -> new Int(type, quotient(type, a, b));
      case REM -> new Int(type, isU64(type) ? I64Ops.remU(a, b) : I64Ops.remS(a, b));
      case AND -> new Int(type, a & b);
      case OR -> new Int(type, a | b);
      case XOR -> new Int(type, a ^ b);
      case SHL -> new Int(type, a << count(type, b));
      case SHR -> new Int(type, isU64(type) ? a >>> count(type, b) : a >> count(type, b));
      case EQ -> ExpressionValue.truth(a == b);
      case NE -> ExpressionValue.truth(a != b);
      case LT -> ExpressionValue.truth(order(type, a, b) < 0);
      case LE -> ExpressionValue.truth(order(type, a, b) <= 0);
      case GT -> ExpressionValue.truth(order(type, a, b) > 0);
      case GE -> ExpressionValue.truth(order(type, a, b) >= 0);
      case AND_ALSO -> ExpressionValue.truth(a != 0 && b != 0);
      case OR_ELSE -> ExpressionValue.truth(a != 0 || b != 0);
    };
  }

  private static long quotient(NumericType type, long a, long b) {
    return switch (type) {
      case I32 -> I32Ops.divS((int) a, (int) b);
      case U64 -> I64Ops.divU(a, b);
      case U32, I64, F32, F64 -> I64Ops.divS(a, b);
    };
  }

  private static int order(NumericType type, long a, long b) {
    return isU64(type) ? Long.compareUnsigned(a, b) : Long.compare(a, b);
  }

  private static long count(NumericType type, long b) {
    return b & (type == NumericType.I32 || type == NumericType.U32 ? 31 : 63);
  }

  private static boolean isU64(NumericType type) {
    return type == NumericType.U64;
  }
}
