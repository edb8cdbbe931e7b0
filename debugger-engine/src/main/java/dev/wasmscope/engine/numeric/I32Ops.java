package dev.wasmscope.engine.numeric;

import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;

/** The numeric instructions {@code i32.*}; see the specification, "Integer Operations". */
public final class I32Ops {
  private static final double BELOW_MIN = -0x1.00000002p31;
  private static final float MIN_F32 = -0x1p31f;
  private static final double TWO_TO_31 = 0x1p31;
  private static final double TWO_TO_32 = 0x1p32;

  private I32Ops() {}

  public static int eqz(int a) {
    return a == 0 ? 1 : 0;
  }

  public static int eq(int a, int b) {
    return a == b ? 1 : 0;
  }

  public static int ne(int a, int b) {
    return a != b ? 1 : 0;
  }

  public static int ltS(int a, int b) {
    return a < b ? 1 : 0;
  }

  public static int ltU(int a, int b) {
    return Integer.compareUnsigned(a, b) < 0 ? 1 : 0;
  }

  public static int gtS(int a, int b) {
    return a > b ? 1 : 0;
  }

  public static int gtU(int a, int b) {
    return Integer.compareUnsigned(a, b) > 0 ? 1 : 0;
  }

  public static int leS(int a, int b) {
    return a <= b ? 1 : 0;
  }

  public static int leU(int a, int b) {
    return Integer.compareUnsigned(a, b) <= 0 ? 1 : 0;
  }

  public static int geS(int a, int b) {
    return a >= b ? 1 : 0;
  }

  public static int geU(int a, int b) {
    return Integer.compareUnsigned(a, b) >= 0 ? 1 : 0;
  }

  public static int clz(int a) {
    return Integer.numberOfLeadingZeros(a);
  }

  public static int ctz(int a) {
    return Integer.numberOfTrailingZeros(a);
  }

  public static int popcnt(int a) {
    return Integer.bitCount(a);
  }

  public static int add(int a, int b) {
    return a + b;
  }

  public static int sub(int a, int b) {
    return a - b;
  }

  public static int mul(int a, int b) {
    return a * b;
  }

  /** Traps on a zero divisor and on −2³¹ / −1. */
  public static int divS(int a, int b) {
    requireDivisor(b);
    if (b == -1 && a == Integer.MIN_VALUE) {
      throw new Trap(TrapReason.INTEGER_OVERFLOW);
    }
    return a / b;
  }

  /** Traps on a zero divisor. */
  public static int divU(int a, int b) {
    requireDivisor(b);
    return Integer.divideUnsigned(a, b);
  }

  /** Traps on a zero divisor; −2³¹ rem −1 is 0. */
  public static int remS(int a, int b) {
    requireDivisor(b);
    return a % b;
  }

  /** Traps on a zero divisor. */
  public static int remU(int a, int b) {
    requireDivisor(b);
    return Integer.remainderUnsigned(a, b);
  }

  public static int and(int a, int b) {
    return a & b;
  }

  public static int or(int a, int b) {
    return a | b;
  }

  public static int xor(int a, int b) {
    return a ^ b;
  }

  public static int shl(int a, int count) {
    return a << count;
  }

  public static int shrS(int a, int count) {
    return a >> count;
  }

  public static int shrU(int a, int count) {
    return a >>> count;
  }

  public static int rotl(int a, int count) {
    return Integer.rotateLeft(a, count);
  }

  public static int rotr(int a, int count) {
    return Integer.rotateRight(a, count);
  }

  public static int extend8S(int a) {
    return (byte) a;
  }

  public static int extend16S(int a) {
    return (short) a;
  }

  public static int wrapI64(long a) {
    return (int) a;
  }

  public static int reinterpretF32(float a) {
    return Float.floatToRawIntBits(a);
  }

  /** Traps on NaN and outside of the range of signed 32-bit integers. */
  public static int truncF32S(float a) {
    if (a >= MIN_F32 && a < TWO_TO_31) {
      return (int) a;
    }
    throw unconvertible(a);
  }

  /** Traps on NaN and outside of the range of unsigned 32-bit integers. */
  public static int truncF32U(float a) {
    return truncF64U(a);
  }

  /** Traps on NaN and outside of the range of signed 32-bit integers. */
  public static int truncF64S(double a) {
    if (a > BELOW_MIN && a < TWO_TO_31) {
      return (int) a;
    }
    throw unconvertible(a);
  }

  /** Traps on NaN and outside of the range of unsigned 32-bit integers. */
  public static int truncF64U(double a) {
    if (a > -1 && a < TWO_TO_32) {
      return (int) (long) a;
    }
    throw unconvertible(a);
  }

  /** NaN gives 0; what is out of range gives the nearest bound. */
  public static int truncSatF32S(float a) {
    return (int) a;
  }

  /** NaN gives 0; what is out of range gives the nearest bound. */
  public static int truncSatF32U(float a) {
    return truncSatF64U(a);
  }

  /** NaN gives 0; what is out of range gives the nearest bound. */
  public static int truncSatF64S(double a) {
    return (int) a;
  }

  /** NaN gives 0; what is out of range gives the nearest bound. */
  public static int truncSatF64U(double a) {
    return (int) Math.clamp((long) a, 0L, 0xffff_ffffL);
  }

  private static void requireDivisor(int b) {
    if (b == 0) {
      throw new Trap(TrapReason.INTEGER_DIVIDE_BY_ZERO);
    }
  }

  private static Trap unconvertible(double a) {
    return new Trap(
        Double.isNaN(a) ? TrapReason.INVALID_CONVERSION_TO_INTEGER : TrapReason.INTEGER_OVERFLOW);
  }
}
