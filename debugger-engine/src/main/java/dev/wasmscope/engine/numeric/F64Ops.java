package dev.wasmscope.engine.numeric;

/**
 * The numeric instructions {@code f64.*}; see the specification, "Floating-Point Operations".
 *
 * <p>All but {@code abs}, {@code neg}, {@code copysign} and {@code reinterpret} turn every NaN into
 * the positive canonical one.
 */
public final class F64Ops {
  private static final long SIGN = Long.MIN_VALUE;

  private F64Ops() {}

  public static int eq(double a, double b) {
    return a == b ? 1 : 0;
  }

  public static int ne(double a, double b) {
    return a != b ? 1 : 0;
  }

  public static int lt(double a, double b) {
    return a < b ? 1 : 0;
  }

  public static int gt(double a, double b) {
    return a > b ? 1 : 0;
  }

  public static int le(double a, double b) {
    return a <= b ? 1 : 0;
  }

  public static int ge(double a, double b) {
    return a >= b ? 1 : 0;
  }

  public static double abs(double a) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(a) & ~SIGN);
  }

  public static double neg(double a) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(a) ^ SIGN);
  }

  public static double copysign(double a, double sign) {
    return Double.longBitsToDouble(
        (Double.doubleToRawLongBits(a) & ~SIGN) | (Double.doubleToRawLongBits(sign) & SIGN));
  }

  public static double ceil(double a) {
    return canonical(Math.ceil(a));
  }

  public static double floor(double a) {
    return canonical(Math.floor(a));
  }

  public static double trunc(double a) {
    return canonical((a < 0 ? Math.ceil(a) : Math.floor(a)));
  }

  /** Rounds to the nearest integer, ties to even. */
  public static double nearest(double a) {
    return canonical(Math.rint(a));
  }

  public static double sqrt(double a) {
    return canonical(Math.sqrt(a));
  }

  public static double add(double a, double b) {
    return canonical(a + b);
  }

  public static double sub(double a, double b) {
    return canonical(a - b);
  }

  public static double mul(double a, double b) {
    return canonical(a * b);
  }

  public static double div(double a, double b) {
    return canonical(a / b);
  }

  /** NaN if either operand is; −0 is less than +0. */
  public static double min(double a, double b) {
    return canonical(Math.min(a, b));
  }

  /** NaN if either operand is; +0 is greater than −0. */
  public static double max(double a, double b) {
    return canonical(Math.max(a, b));
  }

  public static double convertI32S(int a) {
    return a;
  }

  public static double convertI32U(int a) {
    return Integer.toUnsignedLong(a);
  }

  public static double convertI64S(long a) {
    return a;
  }

  /** Rounds once, to the nearest, ties to even. */
  public static double convertI64U(long a) {
    // Halving keeps the lost bit as a sticky one, so that doubling does not round a second time.
    return a >= 0 ? a : (double) ((a >>> 1) | (a & 1)) * 2;
  }

  public static double promoteF32(float a) {
    return canonical(a);
  }

  public static double reinterpretI64(long a) {
    return Double.longBitsToDouble(a);
  }

  private static double canonical(double a) {
    return Double.isNaN(a) ? Double.NaN : a;
  }
}
