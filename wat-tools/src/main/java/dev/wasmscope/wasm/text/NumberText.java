package dev.wasmscope.wasm.text;

/** Prints floating-point numbers (§6.3.2) such that reading them gives the same bits. */
public final class NumberText {

  private static final int F32_PAYLOAD = 0x7F_FFFF;
  private static final int F32_QUIET = 0x40_0000;
  private static final long F64_PAYLOAD = 0xF_FFFF_FFFF_FFFFL;
  private static final long F64_QUIET = 0x8_0000_0000_0000L;

  private NumberText() {}

  /** The number of 32 bits with these bits, in the shortest decimal form. */
  public static String f32(int bits) {
    float value = Float.intBitsToFloat(bits);
    if (Float.isFinite(value)) {
      return Float.toString(value);
    }
    String sign = bits < 0 ? "-" : "";
    int payload = bits & F32_PAYLOAD;
    return switch (payload) {
      case 0 -> sign + "inf";
      case F32_QUIET -> sign + "nan";
      default -> sign + "nan:0x" + Integer.toHexString(payload);
    };
  }

  /** The number of 64 bits with these bits, in the shortest decimal form. */
  public static String f64(long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      return Double.toString(value);
    }
    String sign = bits < 0 ? "-" : "";
    long payload = bits & F64_PAYLOAD;
    if (payload == 0) {
      return sign + "inf";
    }
    return payload == F64_QUIET ? sign + "nan" : sign + "nan:0x" + Long.toHexString(payload);
  }
}
