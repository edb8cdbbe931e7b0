package dev.wasmscope.engine.numeric;

import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;

/** The numeric instructions {@code i64.*}; see the specification, "Integer Operations". */
public final class I64Ops {
  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  private I64Ops() {}

  public static int eqz(long a) {
    return a == 0 ? 1 : 0;
  }

  public static int eq(long a, long b) {
    return a == b ? 1 : 0;
  }

  public static int ne(long a, long b) {
    return a != b ? 1 : 0;
  }

  public static int ltS(long a, long b) {
    return a < b ? 1 : 0;
  }

  public static int ltU(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
  }

  public static int gtS(long a, long b) {
    return a > b ? 1 : 0;
  }

  public static int gtU(long a, long b) {
    return Long.compareUnsigned(a, b) > 0 ? 1 : 0;
  }

  public static int leS(long a, long b) {
    return a <= b ? 1 : 0;
  }

  public static int leU(long a, long b) {
    return Long.compareUnsigned(a, b) <= 0 ? 1 : 0;
  }

  public static int geS(long a, long b) {
    return a >= b ? 1 : 0;
  }

  public static int geU(long a, long b) {
    return Long.compareUnsigned(a, b) >= 0 ? 1 : 0;
  }

  public static long clz(long a) {
    return Long.numberOfLeadingZeros(a);
  }

  public static long ctz(long a) {
    return Long.numberOfTrailingZeros(a);
  }

  public static long popcnt(long a) {
    return Long.bitCount(a);
  }

  public static long add(long a, long b) {
    return a + b;
  }

  public static long sub(long a, long b) {
    return a - b;
  }

  public static long mul(long a, long b) {
    return a * b;
  }

  /** Traps on a zero divisor and on −2⁶³ / −1. */
  public static long divS(long a, long b) {
    requireDivisor(b);
    if (b == -1 && a == Long.MIN_VALUE) {
      throw new Trap(TrapReason.INTEGER_OVERFLOW);
    }
    return a / b;
  }

  /** Traps on a zero divisor. */
  public static long divU(long a, long b) {
    requireDivisor(b);
    return Long.divideUnsigned(a, b);
  }

  /** Traps on a zero divisor; −2⁶³ rem −1 is 0. */
  public static long remS(long a, long b) {
    requireDivisor(b);
    return a % b;
  }

  /** Traps on a zero divisor. */
  public static long remU(long a, long b) {
    requireDivisor(b);
    return Long.remainderUnsigned(a, b);
  }

  public static long and(long a, long b) {
    return a & b;
  }

  public static long or(long a, long b) {
    return a | b;
  }

  public static long xor(long a, long b) {
    return a ^ b;
  }

  public static long shl(long a, long count) {
    return a << count;
  }

  public static long shrS(long a, long count) {
    return a >> count;
  }

  public static long shrU(long a, long count) {
    return a >>> count;
  }

  public static long rotl(long a, long count) {
    return Long.rotateLeft(a, (int) count);
  }

  public static long rotr(long a, long count) {
    return Long.rotateRight(a, (int) count);
  }

  public static long extend8S(long a) {
    return (byte) a;
  }

  public static long extend16S(long a) {
    return (short) a;
  }

  public static long extend32S(long a) {
    return (int) a;
  }

  public static long extendI32S(int a) {
    return a;
  }

  public static long extendI32U(int a) {
    return Integer.toUnsignedLong(a);
  }

  public static long reinterpretF64(double a) {
    return Double.doubleToRawLongBits(a);
  }

  /** Traps on NaN and outside of the range of signed 64-bit integers. */
  public static long truncF32S(float a) {
    return truncF64S(a);
  }

  /** Traps on NaN and outside of the range of unsigned 64-bit integers. */
  public static long truncF32U(float a) {
    return truncF64U(a);
  }

  /** Traps on NaN and outside of the range of signed 64-bit integers. */
  public static long truncF64S(double a) {
    if (a >= -TWO_TO_63 && a < TWO_TO_63) {
      return (long) a;
    }
    throw unconvertible(a);
  }

  /** Traps on NaN and outside of the range of unsigned 64-bit integers. */
  public static long truncF64U(double a) {
    if (a > -1 && a < TWO_TO_64) {
      return unsigned(a);
    }
    throw unconvertible(a);
  }

  /** NaN gives 0; what is out of range gives the nearest bound. */
  public static long truncSatF32S(float a) {
    return (long) a;
  }

  /** NaN gives 0; what is out of range gives the nearest bound. */
  public static long truncSatF32U(float a) {
    return truncSatF64U(a);
  }

  /** NaN gives 0; what is out of range gives the nearest bound. */
  public static long truncSatF64S(double a) {
    return (long) a;
  }

  /** NaN gives 0; what is out of range gives the nearest bound. */
  public static long truncSatF64U(double a) {
    if (a >= TWO_TO_64) {
      return -1;
    }
    return a > 0 ? unsigned(a) : 0;
  }

  /** The sum of two 128-bit integers, each given as its low and its high half. */
  public static Int128 add128(long aLo, long aHi, long bLo, long bHi) {
    long lo = aLo + bLo;
    return new Int128(lo, aHi + bHi + ltU(lo, aLo));
  }

  /** The difference of two 128-bit integers, each given as its low and its high half. */
  public static Int128 sub128(long aLo, long aHi, long bLo, long bHi) {
    return new Int128(aLo - bLo, aHi - bHi - ltU(aLo, bLo));
  }

  /** The whole product of two signed integers. */
  public static Int128 mulWideS(long a, long b) {
    return new Int128(a * b, Math.multiplyHigh(a, b));
  }

  /** The whole product of two unsigned integers. */
  public static Int128 mulWideU(long a, long b) {
    return new Int128(a * b, Math.unsignedMultiplyHigh(a, b));
  }

  private static long unsigned(double a) {
    return a < TWO_TO_63 ? (long) a : (long) (a - TWO_TO_63) ^ Long.MIN_VALUE;
  }

  private static void requireDivisor(long b) {
    if (b == 0) {
      throw new Trap(TrapReason.INTEGER_DIVIDE_BY_ZERO);
    }
  }

  private static Trap unconvertible(double a) {
    return new Trap(
        Double.isNaN(a) ? TrapReason.INVALID_CONVERSION_TO_INTEGER : TrapReason.INTEGER_OVERFLOW);
  }
}
