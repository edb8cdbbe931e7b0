package dev.wasmscope.app.session;

import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.math.BigInteger;
import java.util.Locale;

/** Values as people write and read them: WAT's notation without the {@code .const}. */
public final class ValueText {
  private static final int HEX_FROM = 10;

  private ValueText() {}

  /**
   * The value of type {@code type} written as {@code text}: integers in decimal or hexadecimal,
   * with or without sign; numbers with fraction or exponent, {@code inf}, {@code nan}, {@code
   * nan:0x…}.
   *
   * @throws IllegalArgumentException with a sentence when it is no such value
   */
  public static Value parse(ValType type, String text) {
    String plain = text.strip().replace("_", "");
    try {
      return switch (type) {
        case NumType.I32 -> new Value.I32(integer(plain, Integer.SIZE).intValue());
        case NumType.I64 -> new Value.I64(integer(plain, Long.SIZE).longValue());
        case NumType.F32 -> new Value.F32(f32(plain));
        case NumType.F64 -> new Value.F64(f64(plain));
        default -> throw new IllegalArgumentException(Text.of("value.notEditable", type));
      };
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(Text.of("value.noNumber", text, type), noNumber);
    }
  }

  private static BigInteger integer(String text, int bits) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    BigInteger magnitude =
        digits.startsWith("0x") || digits.startsWith("0X")
            ? new BigInteger(digits.substring(2), 16)
            : new BigInteger(digits);
    BigInteger value = negative ? magnitude.negate() : magnitude;
    BigInteger lowest = BigInteger.ONE.shiftLeft(bits - 1).negate();
    if (value.compareTo(lowest) < 0 || value.bitLength() > bits) {
      throw new IllegalArgumentException(Text.of("value.range", text, bits));
    }
    return value;
  }

  private static int f32(String text) {
    if (text.contains("nan")) {
      int sign = text.startsWith("-") ? 0x8000_0000 : 0;
      return sign | 0x7F80_0000 | payload(text, 0x0040_0000L).intValue();
    }
    return Float.floatToRawIntBits(Float.parseFloat(java(text)));
  }

  private static long f64(String text) {
    if (text.contains("nan")) {
      long sign = text.startsWith("-") ? Long.MIN_VALUE : 0;
      return sign | 0x7FF0_0000_0000_0000L | payload(text, 0x0008_0000_0000_0000L).longValue();
    }
    return Double.doubleToRawLongBits(Double.parseDouble(java(text)));
  }

  private static BigInteger payload(String text, long canonical) {
    int colon = text.indexOf(":0x");
    return colon < 0
        ? BigInteger.valueOf(canonical)
        : new BigInteger(text.substring(colon + 3), 16);
  }

  /** The number as Java writes it: hexadecimal ones need an exponent, infinity a name. */
  private static String java(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith("inf")) {
      return lower.replace("inf", "Infinity");
    }
    return lower.contains("0x") && !lower.contains("p") ? lower + "p0" : lower;
  }

  /** {@code value} without its instruction, such as {@code 42} for {@code i32.const 42}. */
  public static String show(Value value) {
    String text = value.toString();
    int blank = text.indexOf(".const ");
    return blank < 0 ? text : text.substring(blank + ".const ".length());
  }

  /** {@code value} in hexadecimal where that helps; empty where it does not. */
  public static String detail(Value value) {
    return switch (value) {
      case Value.I32(int v) when v < 0 || v >= HEX_FROM ->
          "0x" + Integer.toHexString(v) + (v < 0 ? " = " + Integer.toUnsignedString(v) : "");
      case Value.I64(long v) when v < 0 || v >= HEX_FROM ->
          "0x" + Long.toHexString(v) + (v < 0 ? " = " + Long.toUnsignedString(v) : "");
      case Value.F32(int bits) -> "0x" + Integer.toHexString(bits);
      case Value.F64(long bits) -> "0x" + Long.toHexString(bits);
      default -> "";
    };
  }
}
