package dev.wasmscope.engine.numeric;

/**
 * The numeric instructions {@code f32.*}; see the specification, "Floating-Point Operations".
 *
 * <p>All but {@code abs}, {@code neg}, {@code copysign} and {@code reinterpret} turn every NaN into
 * the positive canonical one.
 */
public final class F32Ops {
  private static final int SIGN = Integer.MIN_VALUE;

  private F32Ops() {}

  public static int eq(float a, float b) {
    return a == b ? 1 : 0;
  }

  public static int ne(float a, float b) {
    return a != b ? 1 : 0;
  }

  public static int lt(float a, float b) {
    return a < b ? 1 : 0;
  }

  public static int gt(float a, float b) {
    return a > b ? 1 : 0;
  }

  public static int le(float a, float b) {
    return a <= b ? 1 : 0;
  }

  public static int ge(float a, float b) {
    return a >= b ? 1 : 0;
  }

  public static float abs(float a) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(a) & ~SIGN);
  }

  public static float neg(float a) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(a) ^ SIGN);
  }

  public static float copysign(float a, float sign) {
    return Float.intBitsToFloat(
        (Float.floatToRawIntBits(a) & ~SIGN) | (Float.floatToRawIntBits(sign) & SIGN));
  }

  public static float ceil(float a) {
    return canonical((float) Math.ceil(a));
  }

  public static float floor(float a) {
    return canonical((float) Math.floor(a));
  }

  public static float trunc(float a) {
    return canonical((float) (a < 0 ? Math.ceil(a) : Math.floor(a)));
  }

  /** Rounds to the nearest integer, ties to even. */
  public static float nearest(float a) {
    return canonical((float) Math.rint(a));
  }

  public static float sqrt(float a) {
    return canonical((float) Math.sqrt(a));
  }

  public static float add(float a, float b) {
    return canonical(a + b);
  }

  public static float sub(float a, float b) {
    return canonical(a - b);
  }

  public static float mul(float a, float b) {
    return canonical(a * b);
  }

  public static float div(float a, float b) {
    return canonical(a / b);
  }

  /** NaN if either operand is; −0 is less than +0. */
  public static float min(float a, float b) {
    return canonical(Math.min(a, b));
  }

  /** NaN if either operand is; +0 is greater than −0. */
  public static float max(float a, float b) {
    return canonical(Math.max(a, b));
  }

  public static float convertI32S(int a) {
    return a;
  }

  public static float convertI32U(int a) {
    return Integer.toUnsignedLong(a);
  }

  public static float convertI64S(long a) {
    return a;
  }

  /** Rounds once, to the nearest, ties to even. */
  public static float convertI64U(long a) {
    // Halving keeps the lost bit as a sticky one, so that doubling does not round a second time.
    return a >= 0 ? a : (float) ((a >>> 1) | (a & 1)) * 2;
  }

  public static float demoteF64(double a) {
    return canonical((float) a);
  }

  public static float reinterpretI32(int a) {
    return Float.intBitsToFloat(a);
  }

  private static float canonical(float a) {
    return Float.isNaN(a) ? Float.NaN : a;
  }
}
