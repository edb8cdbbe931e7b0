package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.F32;
import dev.wasmscope.engine.expression.ExpressionValue.F64;
import dev.wasmscope.engine.expression.ExpressionValue.Int;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers as in C: an integer takes the first type that holds it of i32, i64, u64, a hexadecimal
 * one of i32, u32, i64, u64; the suffixes {@code u}, {@code l} and {@code f} are known. Underscores
 * may separate digits, as in the text format.
 */
final class NumberLiteral {
  private NumberLiteral() {}

  /** The value of a number; empty if it is none or fits no type. */
  static Optional<ExpressionValue> parse(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    try {
      return digits.startsWith("0x") ? hexadecimal(digits) : decimal(digits);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<ExpressionValue> hexadecimal(String digits) {
    if (digits.indexOf('.') >= 0 || digits.indexOf('p') >= 0) {
      String complete = digits.indexOf('p') >= 0 ? digits : digits + "p0";
      return Optional.of(new F64(Double.parseDouble(complete)));
    }
    return integer(digits.substring(2), 16);
  }

  private static Optional<ExpressionValue> decimal(String digits) {
    if (digits.endsWith("f")) {
      return Optional.of(new F32(Float.parseFloat(digits)));
    }
    if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0) {
      return digits.endsWith("d")
          ? Optional.empty()
          : Optional.of(new F64(Double.parseDouble(digits)));
    }
    return integer(digits, 10);
  }

  private static Optional<ExpressionValue> integer(String digits, int radix) {
    int end = digits.length();
    while (end > 0 && "ul".indexOf(digits.charAt(end - 1)) >= 0) {
      end--;
    }
    String suffix = digits.substring(end);
    boolean unsigned = suffix.indexOf('u') >= 0;
    BigInteger value = new BigInteger(digits.substring(0, end), radix);
    for (NumericType type : NumericType.values()) {
      boolean allowed = isUnsigned(type) ? unsigned || radix == 16 || !isNarrow(type) : !unsigned;
      boolean wideEnough = !isNarrow(type) || suffix.indexOf('l') < 0;
      if (type.isInteger() && allowed && wideEnough && value.bitLength() <= bits(type)) {
        return Optional.of(new Int(type, value.longValue()));
      }
    }
    return Optional.empty();
  }

  private static boolean isUnsigned(NumericType type) {
    return type == NumericType.U32 || type == NumericType.U64;
  }

  private static boolean isNarrow(NumericType type) {
    return type == NumericType.I32 || type == NumericType.U32;
  }

  private static int bits(NumericType type) {
    return (isNarrow(type) ? Integer.SIZE : Long.SIZE) - (isUnsigned(type) ? 0 : 1);
  }
}
