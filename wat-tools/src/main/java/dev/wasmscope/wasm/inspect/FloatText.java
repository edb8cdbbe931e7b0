package dev.wasmscope.wasm.inspect;

/** Floats in the notation of the text format (§6.3.2), from their bits. */
final class FloatText {

  private static final int F32_PAYLOAD = 0x7F_FFFF;
  private static final int F32_CANONICAL = 0x40_0000;
  private static final long F64_PAYLOAD = 0xF_FFFF_FFFF_FFFFL;
  private static final long F64_CANONICAL = 0x8_0000_0000_0000L;

  private FloatText() {}

  static String of(int bits) {
    float value = Float.intBitsToFloat(bits);
    if (!Float.isNaN(value)) {
      return Float.isInfinite(value) ? infinity(bits < 0) : Float.toString(value);
    }
    int payload = bits & F32_PAYLOAD;
    return nan(bits < 0, payload == F32_CANONICAL, Integer.toHexString(payload));
  }

  static String of(long bits) {
    double value = Double.longBitsToDouble(bits);
    if (!Double.isNaN(value)) {
      return Double.isInfinite(value) ? infinity(bits < 0) : Double.toString(value);
    }
    long payload = bits & F64_PAYLOAD;
    return nan(bits < 0, payload == F64_CANONICAL, Long.toHexString(payload));
  }

  private static String infinity(boolean negative) {
    return negative ? "-inf" : "inf";
  }

  private static String nan(boolean negative, boolean canonical, String payload) {
    return (negative ? "-" : "") + (canonical ? "nan" : "nan:0x" + payload);
  }
}
