package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.numeric.LaneShape;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.NumType;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Reads numbers and vectors in the notation of the text format (§6.3). What is no number is told by
 * a {@link NumberFormatException}, without words.
 */
final class NumberText {

  private static final String LANE_SEPARATOR = "[\\s,]+";
  private static final Pattern DECIMAL = Pattern.compile("[0-9.]+([eE][-+]?[0-9]+)?");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F.]+(p[-+]?[0-9]+)?");
  private static final int V128_BITS = 128;
  private static final int HEX_DIGITS_OF_HALF = 16;

  private NumberText() {}

  static Value number(NumType type, String text) {
    return switch (type) {
      case I32 -> Value.i32((int) integer(text, Integer.SIZE));
      case I64 -> Value.i64(integer(text, Long.SIZE));
      case F32 -> new Value.F32(f32Bits(text));
      case F64 -> new Value.F64(f64Bits(text));
    };
  }

  /**
   * An integer of {@code bits} bits, signed or unsigned; the upper bits of the result vary.
   *
   * @throws IllegalArgumentException with a sentence if it is an integer, but too large
   */
  static long integer(String text, int bits) {
    boolean negative = text.startsWith("-");
    String digits = unsigned(text).replace("_", "");
    boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
    if (!digits.matches(hex ? "0[xX][0-9a-fA-F]+" : "[0-9]+")) {
      throw new NumberFormatException("no integer");
    }
    long limit = negative ? 1L << (bits - 1) : bits == Long.SIZE ? -1L : (1L << bits) - 1;
    long magnitude = magnitude(text, hex ? digits.substring(2) : digits, hex ? 16 : 10, bits);
    if (Long.compareUnsigned(magnitude, limit) > 0) {
      throw tooLarge(text, bits);
    }
    return negative ? -magnitude : magnitude;
  }

  private static long magnitude(String text, String digits, int radix, int bits) {
    try {
      return Long.parseUnsignedLong(digits, radix);
    } catch (NumberFormatException large) {
      throw tooLarge(text, bits);
    }
  }

  private static IllegalArgumentException tooLarge(String text, int bits) {
    return new IllegalArgumentException("'%s' does not fit into %d bits".formatted(text, bits));
  }

  private static int f32Bits(String text) {
    int sign = text.startsWith("-") ? Integer.MIN_VALUE : 0;
    String magnitude = unsigned(text);
    if (magnitude.startsWith("nan")) {
      return sign | 0x7f80_0000 | (int) payload(magnitude, 23);
    }
    return sign | Float.floatToRawIntBits(Float.parseFloat(javaLiteral(magnitude)));
  }

  private static long f64Bits(String text) {
    long sign = text.startsWith("-") ? Long.MIN_VALUE : 0;
    String magnitude = unsigned(text);
    if (magnitude.startsWith("nan")) {
      return sign | 0x7ff0_0000_0000_0000L | payload(magnitude, 52);
    }
    return sign | Double.doubleToRawLongBits(Double.parseDouble(javaLiteral(magnitude)));
  }

  /** The payload of {@code nan} or {@code nan:0x…} in a significand of {@code bits} bits. */
  private static long payload(String text, int bits) {
    if (text.equals("nan")) {
      return 1L << (bits - 1);
    }
    if (!text.startsWith("nan:0x")) {
      throw new NumberFormatException("no NaN");
    }
    long payload = Long.parseLong(text.substring("nan:0x".length()).replace("_", ""), 16);
    if (payload <= 0 || payload >= 1L << bits) {
      throw new NumberFormatException("payload out of range");
    }
    return payload;
  }

  /** A magnitude in Java's notation: Java wants an exponent after hexadecimal digits. */
  private static String javaLiteral(String magnitude) {
    String text = magnitude.replace("_", "");
    if (text.equals("inf") || text.equals("infinity")) {
      return "Infinity";
    }
    if (!DECIMAL.matcher(text).matches() && !HEXADECIMAL.matcher(text).matches()) {
      throw new NumberFormatException("no number");
    }
    return text.startsWith("0x") && text.indexOf('p') < 0 ? text + "p0" : text;
  }

  private static String unsigned(String text) {
    return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
  }

  /** A shape and its lanes, or all 32 hexadecimal digits. */
  static V128 vector(String text) {
    if (text.matches("0x[0-9a-fA-F_]+")) {
      return bits(text.substring(2).replace("_", ""));
    }
    String[] parts = text.replaceFirst("(?<=^\\w{5}):", " ").split(LANE_SEPARATOR, -1);
    LaneShape shape =
        LaneShape.of(parts[0]).orElseThrow(() -> new NumberFormatException("no shape"));
    if (parts.length != shape.lanes() + 1) {
      throw new IllegalArgumentException(
          "%s has %d lanes, found %d".formatted(parts[0], shape.lanes(), parts.length - 1));
    }
    String[] lanes = Arrays.copyOfRange(parts, 1, parts.length);
    return switch (shape) {
      case F32X4 -> ofLanes(lanes, NumberText::f32Bits);
      case F64X2 -> ofLanes(lanes, NumberText::f64Bits);
      default -> ofLanes(lanes, lane -> integer(lane, V128_BITS / shape.lanes()));
    };
  }

  private static V128 bits(String digits) {
    if (digits.length() > 2 * HEX_DIGITS_OF_HALF) {
      throw tooLarge("0x" + digits, V128_BITS);
    }
    int split = Math.max(0, digits.length() - HEX_DIGITS_OF_HALF);
    long high = split == 0 ? 0 : Long.parseUnsignedLong(digits.substring(0, split), 16);
    return new V128(Long.parseUnsignedLong(digits.substring(split), 16), high);
  }

  private static V128 ofLanes(String[] lanes, ToLongFunction<String> read) {
    int width = V128_BITS / lanes.length;
    long mask = width == Long.SIZE ? -1L : (1L << width) - 1;
    long[] halves = new long[2];
    for (int i = 0; i < lanes.length; i++) {
      int bit = i * width;
      halves[bit / Long.SIZE] |= (read.applyAsLong(lanes[i]) & mask) << (bit % Long.SIZE);
    }
    return new V128(halves[0], halves[1]);
  }
}
