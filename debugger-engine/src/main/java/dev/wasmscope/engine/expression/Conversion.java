package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.F32;
import dev.wasmscope.engine.expression.ExpressionValue.F64;
import dev.wasmscope.engine.expression.ExpressionValue.Int;
import dev.wasmscope.engine.expression.ExpressionValue.Numeric;
import dev.wasmscope.engine.numeric.F32Ops;
import dev.wasmscope.engine.numeric.F64Ops;
import dev.wasmscope.engine.numeric.I32Ops;
import dev.wasmscope.engine.numeric.I64Ops;

/** Conversions between numbers: integers wrap around, floating-point numbers saturate. */
final class Conversion {
  private Conversion() {}

  static ExpressionValue to(NumericType type, Numeric number) {
    return switch (type) {
      case I32, U32, I64, U64 -> integer(type, number);
      case F32 -> new F32(f32(number));
      case F64 -> new F64(f64(number));
    };
  }

  /** The number as the integer type {@code type}. */
  static Int integer(NumericType type, Numeric number) {
    return switch (number) {
      case Int i -> new Int(type, i.value());
      case F32 f -> truncated(type, f.value());
      case F64 f -> truncated(type, f.value());
    };
  }

  static float f32(Numeric number) {
    return switch (number) {
      case Int i ->
          i.type() == NumericType.U64
              ? F32Ops.convertI64U(i.value())
              : F32Ops.convertI64S(i.value());
      case F32 f -> f.value();
      case F64 f -> F32Ops.demoteF64(f.value());
    };
  }

  static double f64(Numeric number) {
    return switch (number) {
      case Int i ->
          i.type() == NumericType.U64
              ? F64Ops.convertI64U(i.value())
              : F64Ops.convertI64S(i.value());
      case F32 f -> F64Ops.promoteF32(f.value());
      case F64 f -> f.value();
    };
  }

  private static Int truncated(NumericType type, double value) {
    return new Int(
        type,
        switch (type) {
          case I32 -> I32Ops.truncSatF64S(value);
          case U32 -> I32Ops.truncSatF64U(value);
          case U64 -> I64Ops.truncSatF64U(value);
          case I64, F32, F64 -> I64Ops.truncSatF64S(value);
        });
  }
}
