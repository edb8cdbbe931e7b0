package dev.wasmscope.engine.numeric;

/**
 * Floating-point values as the text format writes them: shortest decimals that read back to the
 * same value, {@code inf}, and NaNs with their sign and payload.
 */
public final class FloatText {
  private static final int F32_PAYLOAD = 0x7f_ffff;
  private static final int F32_CANONICAL = 0x40_0000;
  private static final long F64_PAYLOAD = 0xf_ffff_ffff_ffffL;
  private static final long F64_CANONICAL = 0x8_0000_0000_0000L;

  private FloatText() {}

  /** The literal of {@code value} that has exactly its bits. */
  public static String f32(float value) {
    if (Float.isNaN(value)) {
      int bits = Float.floatToRawIntBits(value);
      return nan(bits < 0, bits & F32_PAYLOAD, F32_CANONICAL);
    }
    return Float.isInfinite(value) ? infinity(value < 0) : Float.toString(value);
  }

  /** The literal of {@code value} that has exactly its bits. */
  public static String f64(double value) {
    if (Double.isNaN(value)) {
      long bits = Double.doubleToRawLongBits(value);
      return nan(bits < 0, bits & F64_PAYLOAD, F64_CANONICAL);
    }
    return Double.isInfinite(value) ? infinity(value < 0) : Double.toString(value);
  }

  private static String nan(boolean negative, long payload, long canonical) {
    String name = payload == canonical ? "nan" : "nan:0x" + Long.toHexString(payload);
    return negative ? "-" + name : name;
  }

  private static String infinity(boolean negative) {
    return negative ? "-inf" : "inf";
  }
}
