package dev.wasmscope.wasm.text;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Values of numbers (§6.3.2), exact: a floating-point number is rounded once, from its text. Empty
 * results mean that the number does not fit.
 */
final class NumberLiteral {

  private static final int F32_PAYLOAD_BITS = 23;
  private static final int F64_PAYLOAD_BITS = 52;

  private NumberLiteral() {}

  /** The unsigned number without sign {@code [start, end)} of at most 64 bits. */
  static OptionalLong unsigned(byte[] bytes, int start, int end) {
    boolean hex = end - start > 2 && bytes[start + 1] == 'x';
    int base = hex ? 16 : 10;
    long limit = Long.divideUnsigned(-1L, base);
    long value = 0;
    for (int i = hex ? start + 2 : start; i < end; i++) {
      if (bytes[i] != '_') {
        int digit = CharClass.hexValue(bytes[i]);
        long next = value * base + digit;
        boolean over =
            Long.compareUnsigned(value, limit) > 0 || Long.compareUnsigned(next, digit) < 0;
        if (over) {
          return OptionalLong.empty();
        }
        value = next;
      }
    }
    return OptionalLong.of(value);
  }

  /** The unsigned 32-bit number without sign {@code [start, end)}, as the int with its bits. */
  static OptionalInt u32(byte[] bytes, int start, int end) {
    OptionalLong value = unsigned(bytes, start, end);
    boolean fits = value.isPresent() && value.getAsLong() >>> 32 == 0;
    return fits ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }

  /**
   * The number {@code [start, end)} of {@code width} bits with or without sign, signed or unsigned;
   * the result is sign-extended.
   */
  static OptionalLong integer(byte[] bytes, int start, int end, int width) {
    boolean signed = bytes[start] == '-' || bytes[start] == '+';
    OptionalLong magnitude = unsigned(bytes, signed ? start + 1 : start, end);
    if (magnitude.isEmpty()) {
      return magnitude;
    }
    long value = magnitude.getAsLong();
    int unused = 64 - width;
    if (bytes[start] == '-') {
      boolean fits = Long.compareUnsigned(value, 1L << (width - 1)) <= 0;
      return fits ? OptionalLong.of(-value) : OptionalLong.empty();
    }
    boolean fits = unused == 0 || value >>> width == 0;
    return fits ? OptionalLong.of(value << unused >> unused) : OptionalLong.empty();
  }

  /** The bits of the 32-bit floating-point number {@code [start, end)}. */
  static OptionalInt f32(byte[] bytes, int start, int end) {
    String text = text(bytes, start, end);
    int sign = text.startsWith("-") ? Integer.MIN_VALUE : 0;
    if (text.contains("n")) {
      OptionalLong special = special(text, F32_PAYLOAD_BITS, 0x7F80_0000L);
      return special.isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(sign | (int) special.getAsLong());
    }
    float value = Float.parseFloat(javaForm(text));
    return Float.isInfinite(value)
        ? OptionalInt.empty()
        : OptionalInt.of(Float.floatToRawIntBits(value));
  }

  /** The bits of the 64-bit floating-point number {@code [start, end)}. */
  static OptionalLong f64(byte[] bytes, int start, int end) {
    String text = text(bytes, start, end);
    long sign = text.startsWith("-") ? Long.MIN_VALUE : 0;
    if (text.contains("n")) {
      OptionalLong special = special(text, F64_PAYLOAD_BITS, 0x7FF0_0000_0000_0000L);
      return special.isEmpty() ? special : OptionalLong.of(sign | special.getAsLong());
    }
    double value = Double.parseDouble(javaForm(text));
    return Double.isInfinite(value)
        ? OptionalLong.empty()
        : OptionalLong.of(Double.doubleToRawLongBits(value));
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.US_ASCII).replace("_", "");
  }

  /** Java wants an exponent in every hexadecimal number, and a digit in it. */
  private static String javaForm(String text) {
    boolean hex = text.contains("0x");
    return hex && text.indexOf('p') < 0 && text.indexOf('P') < 0 ? text + "p0" : text;
  }

  private static OptionalLong special(String text, int payloadBits, long infinity) {
    if (text.endsWith("inf")) {
      return OptionalLong.of(infinity);
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return OptionalLong.of(infinity | 1L << (payloadBits - 1));
    }
    byte[] digits = text.substring(colon + 1).getBytes(StandardCharsets.US_ASCII);
    OptionalLong payload = unsigned(digits, 0, digits.length);
    boolean fits =
        payload.isPresent() && payload.getAsLong() != 0 && payload.getAsLong() >>> payloadBits == 0;
    return fits ? OptionalLong.of(infinity | payload.getAsLong()) : OptionalLong.empty();
  }
}
