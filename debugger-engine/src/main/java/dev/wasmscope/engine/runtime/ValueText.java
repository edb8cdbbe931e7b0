package dev.wasmscope.engine.runtime;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;

/**
 * Reads values as users write them: as the text format does ({@code 42}, {@code -0x2a}, {@code
 * 1.5e3}, {@code nan:0x200000}, {@code i32x4 1 2 3 4}, {@code null}), with or without the
 * instruction that a value prints in front.
 */
public final class ValueText {

  private ValueText() {}

  /**
   * The value of {@code type} that {@code text} stands for.
   *
   * @throws IllegalArgumentException with a sentence that says what was expected and found
   */
  public static Value parse(ValType type, String text) {
    String bare = withoutInstruction(type, text.strip());
    try {
      return switch (type) {
        case NumType num -> number(num, bare);
        case VecType _ -> Value.v128(vector(bare));
        case RefType ref -> reference(ref, bare);
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected a value of type " + type + ", found '" + text + "'", e);
    }
  }

  private static String withoutInstruction(ValType type, String text) {
    String instruction = type + ".const ";
    return text.startsWith(instruction) ? text.substring(instruction.length()).strip() : text;
  }

  private static Value number(NumType type, String text) {
    return switch (type) {
      case I32 -> Value.i32((int) integer(text, Integer.SIZE));
      case I64 -> Value.i64(integer(text, Long.SIZE));
      case F32 -> new Value.F32(f32Bits(text));
      case F64 -> new Value.F64(f64Bits(text));
    };
  }

  /** An integer of {@code bits} bits, signed or unsigned; the upper bits of the result vary. */
  private static long integer(String text, int bits) {
    boolean negative = text.startsWith("-");
    String digits = unsigned(text).replace("_", "");
    boolean hex = digits.startsWith("0x");
    long magnitude = Long.parseUnsignedLong(hex ? digits.substring(2) : digits, hex ? 16 : 10);
    long limit = negative ? 1L << (bits - 1) : bits == Long.SIZE ? -1L : (1L << bits) - 1;
    if (Long.compareUnsigned(magnitude, limit) > 0) {
      throw new NumberFormatException("out of range");
    }
    return negative ? -magnitude : magnitude;
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
    if (!text.matches("[0-9.].*[0-9.]|[0-9]")) {
      throw new NumberFormatException("no number");
    }
    return text.startsWith("0x") && text.indexOf('p') < 0 ? text + "p0" : text;
  }

  private static String unsigned(String text) {
    return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
  }

  private static V128 vector(String text) {
    String[] parts = text.split("\\s+", -1);
    return switch (parts[0]) {
      case "i8x16" -> ofLanes(parts, 16, part -> integer(part, Byte.SIZE));
      case "i16x8" -> ofLanes(parts, 8, part -> integer(part, Short.SIZE));
      case "i32x4" -> ofLanes(parts, 4, part -> integer(part, Integer.SIZE));
      case "i64x2" -> ofLanes(parts, 2, part -> integer(part, Long.SIZE));
      case "f32x4" -> ofLanes(parts, 4, ValueText::f32Bits);
      case "f64x2" -> ofLanes(parts, 2, ValueText::f64Bits);
      default -> throw new NumberFormatException("no shape");
    };
  }

  private static V128 ofLanes(
      String[] parts, int count, java.util.function.ToLongFunction<String> lane) {
    if (parts.length != count + 1) {
      throw new NumberFormatException("expected " + count + " lanes");
    }
    int width = 128 / count;
    long mask = width == Long.SIZE ? -1L : (1L << width) - 1;
    long[] halves = new long[2];
    for (int i = 0; i < count; i++) {
      int bit = i * width;
      halves[bit / Long.SIZE] |= (lane.applyAsLong(parts[i + 1]) & mask) << (bit % Long.SIZE);
    }
    return new V128(halves[0], halves[1]);
  }

  private static Value reference(RefType type, String text) {
    if (!text.equals("null") && !text.startsWith("ref.null")) {
      throw new IllegalArgumentException(
          "a reference can be written only as null, found '" + text + "'");
    }
    if (!type.nullable()) {
      throw new IllegalArgumentException("null is not a value of the type " + type);
    }
    return new Value.Ref(null, type);
  }
}
