package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.F32;
import dev.wasmscope.engine.expression.ExpressionValue.F64;
import dev.wasmscope.engine.expression.ExpressionValue.Int;
import dev.wasmscope.engine.expression.ExpressionValue.Vector;
import dev.wasmscope.engine.numeric.V128;
import java.util.Arrays;
import java.util.Optional;

/**
 * The type words of the language: what {@code i32@address} reads and {@code u8(x)} converts to. An
 * integer narrower than 32 bits becomes an i32, as in C.
 */
enum ScalarType {
  I8("i8", 1),
  U8("u8", 1),
  I16("i16", 2),
  U16("u16", 2),
  I32("i32", 4),
  U32("u32", 4),
  I64("i64", 8),
  U64("u64", 8),
  F32("f32", 4),
  F64("f64", 8),
  V128("v128", 16);

  private final String keyword;
  private final int width;

  ScalarType(String keyword, int width) {
    this.keyword = keyword;
    this.width = width;
  }

  static Optional<ScalarType> of(String keyword) {
    return Arrays.stream(values()).filter(type -> type.keyword.equals(keyword)).findFirst();
  }

  String keyword() {
    return keyword;
  }

  /** Bytes in memory. */
  int width() {
    return width;
  }

  /** The value of {@link #width} little-endian bytes. */
  ExpressionValue decode(byte[] bytes) {
    V128 padded = dev.wasmscope.engine.numeric.V128.ofBytes(Arrays.copyOf(bytes, 16));
    return switch (this) {
      case F32 -> new F32(padded.f32(0));
      case F64 -> new F64(padded.f64(0));
      case V128 -> new Vector(padded);
      case I8, U8, I16, U16, I32, U32, I64, U64 -> narrow(padded.lo());
    };
  }

  /** The integer of this type in the low bits of {@code bits}. */
  Int narrow(long bits) {
    return switch (this) {
      case I8 -> new Int(NumericType.I32, (byte) bits);
      case U8 -> new Int(NumericType.I32, bits & 0xff);
      case I16 -> new Int(NumericType.I32, (short) bits);
      case U16 -> new Int(NumericType.I32, bits & 0xffff);
      case I32 -> new Int(NumericType.I32, bits);
      case U32 -> new Int(NumericType.U32, bits);
      case I64 -> new Int(NumericType.I64, bits);
      case U64 -> new Int(NumericType.U64, bits);
      case F32, F64, V128 -> throw new IllegalStateException(keyword + " is no integer type");
    };
  }
}
