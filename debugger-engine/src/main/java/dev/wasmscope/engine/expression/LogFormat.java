package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.F32;
import dev.wasmscope.engine.expression.ExpressionValue.F64;
import dev.wasmscope.engine.expression.ExpressionValue.Int;
import dev.wasmscope.engine.expression.ExpressionValue.Reference;
import dev.wasmscope.engine.expression.ExpressionValue.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a hole of a log message shows its value, where the type alone is not enough. */
enum LogFormat {
  HEX("hex"),
  BIN("bin"),
  CHAR("char");

  private final String keyword;

  LogFormat(String keyword) {
    this.keyword = keyword;
  }

  static Optional<LogFormat> of(String keyword) {
    return Arrays.stream(values()).filter(format -> format.keyword.equals(keyword)).findFirst();
  }

  static List<String> keywords() {
    return Arrays.stream(values()).map(format -> format.keyword).toList();
  }

  String show(ExpressionValue value) {
    return switch (value) {
      case Int i -> bits(i.value() & mask(i.type()));
      case F32 f -> bits(Float.floatToRawIntBits(f.value()) & 0xffff_ffffL);
      case F64 f -> bits(Double.doubleToRawLongBits(f.value()));
      case Vector vector -> vector.value().toString();
      case Reference reference -> reference.text();
    };
  }

  private String bits(long bits) {
    return switch (this) {
      case HEX -> "0x" + Long.toHexString(bits);
      case BIN -> "0b" + Long.toBinaryString(bits);
      case CHAR ->
          Character.isValidCodePoint((int) bits) && bits >>> 32 == 0
              ? Character.toString((int) bits)
              : "\uFFFD";
    };
  }

  private static long mask(NumericType type) {
    return type == NumericType.I32 || type == NumericType.U32 ? 0xffff_ffffL : -1;
  }
}
