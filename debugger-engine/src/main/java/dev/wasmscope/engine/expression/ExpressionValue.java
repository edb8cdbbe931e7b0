package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.numeric.FloatText;
import dev.wasmscope.engine.numeric.LaneShape;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.Value;

/** What an expression evaluates to. {@link #text} is how it is shown. */
public sealed interface ExpressionValue {

  /** A number. */
  sealed interface Numeric extends ExpressionValue {
    /** The type that decides about conversions and about signedness. */
    NumericType type();
  }

  /**
   * An integer.
   *
   * @param type an integer type
   * @param value the value; for u64 its bits; always within the range of the type
   */
  record Int(NumericType type, long value) implements Numeric {
    public Int {
      value = wrap(type, value);
    }

    @Override
    public String text() {
      return type == NumericType.U64 ? Long.toUnsignedString(value) : Long.toString(value);
    }

    private static long wrap(NumericType type, long value) {
      return switch (type) {
        case I32 -> (int) value;
        case U32 -> value & 0xffff_ffffL;
        case I64, U64 -> value;
        case F32, F64 -> throw new IllegalArgumentException(type + " is no integer type");
      };
    }
  }

  /** A value of type f32; a NaN keeps its payload. */
  record F32(float value) implements Numeric {
    @Override
    public NumericType type() {
      return NumericType.F32;
    }

    @Override
    public String text() {
      return FloatText.f32(value);
    }
  }

  /** A value of type f64; a NaN keeps its payload. */
  record F64(double value) implements Numeric {
    @Override
    public NumericType type() {
      return NumericType.F64;
    }

    @Override
    public String text() {
      return FloatText.f64(value);
    }
  }

  /** A value of type v128; its lanes are taken by {@code i32x4(…)[lane]}. */
  record Vector(V128 value) implements ExpressionValue {
    @Override
    public String text() {
      return LaneShape.I32X4.render(value);
    }
  }

  /**
   * A reference.
   *
   * @param identity what is referred to; two references are the same if these are equal, so objects
   *     of the heap must not define equality themselves; null for the null reference
   * @param text how it is shown
   */
  record Reference(Object identity, String text) implements ExpressionValue {}

  /** How the value is shown: as in the text format, without its type. */
  String text();

  /** The name of the value's type, for messages. */
  default String typeName() {
    return switch (this) {
      case Numeric number -> number.type().keyword();
      case Vector _ -> "v128";
      case Reference _ -> "reference";
    };
  }

  /** A value of WebAssembly; integers count as signed. */
  static ExpressionValue of(Value value) {
    return switch (value) {
      case Value.I32(int number) -> i32(number);
      case Value.I64(long number) -> i64(number);
      case Value.F32 number -> new F32(number.value());
      case Value.F64 number -> new F64(number.value());
      case Value.Vector vector -> new Vector(vector.value());
      case Value.Ref ref -> new Reference(ref.target(), ref.toString());
    };
  }

  /** A signed value of type i32. */
  static ExpressionValue i32(int value) {
    return new Int(NumericType.I32, value);
  }

  /** A signed value of type i64. */
  static ExpressionValue i64(long value) {
    return new Int(NumericType.I64, value);
  }

  /** 1 or 0. */
  static ExpressionValue truth(boolean value) {
    return i32(value ? 1 : 0);
  }
}
