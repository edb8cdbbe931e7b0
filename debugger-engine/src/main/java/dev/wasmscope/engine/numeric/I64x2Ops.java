package dev.wasmscope.engine.numeric;

/** The instructions {@code i64x2.*}: two integer lanes of 64 bits. */
public final class I64x2Ops {
  private I64x2Ops() {}

  public static V128 splat(long a) {
    return new V128(a, a);
  }

  public static long extractLane(V128 a, int lane) {
    return a.i64(lane);
  }

  public static V128 replaceLane(V128 a, long value, int lane) {
    return a.withI64(lane, value);
  }

  public static V128 eq(V128 a, V128 b) {
    return new V128(mask(a.lo() == b.lo()), mask(a.hi() == b.hi()));
  }

  public static V128 ne(V128 a, V128 b) {
    return new V128(mask(a.lo() != b.lo()), mask(a.hi() != b.hi()));
  }

  public static V128 ltS(V128 a, V128 b) {
    return new V128(mask(a.lo() < b.lo()), mask(a.hi() < b.hi()));
  }

  public static V128 gtS(V128 a, V128 b) {
    return new V128(mask(a.lo() > b.lo()), mask(a.hi() > b.hi()));
  }

  public static V128 leS(V128 a, V128 b) {
    return new V128(mask(a.lo() <= b.lo()), mask(a.hi() <= b.hi()));
  }

  public static V128 geS(V128 a, V128 b) {
    return new V128(mask(a.lo() >= b.lo()), mask(a.hi() >= b.hi()));
  }

  public static V128 abs(V128 a) {
    return new V128(Math.abs(a.lo()), Math.abs(a.hi()));
  }

  public static V128 neg(V128 a) {
    return new V128(-a.lo(), -a.hi());
  }

  public static int allTrue(V128 a) {
    return a.lo() != 0 && a.hi() != 0 ? 1 : 0;
  }

  public static int bitmask(V128 a) {
    return (int) ((a.lo() >>> 63) | ((a.hi() >>> 63) << 1));
  }

  public static V128 shl(V128 a, int count) {
    return new V128(a.lo() << count, a.hi() << count);
  }

  public static V128 shrS(V128 a, int count) {
    return new V128(a.lo() >> count, a.hi() >> count);
  }

  public static V128 shrU(V128 a, int count) {
    return new V128(a.lo() >>> count, a.hi() >>> count);
  }

  public static V128 add(V128 a, V128 b) {
    return new V128(a.lo() + b.lo(), a.hi() + b.hi());
  }

  public static V128 sub(V128 a, V128 b) {
    return new V128(a.lo() - b.lo(), a.hi() - b.hi());
  }

  public static V128 mul(V128 a, V128 b) {
    return new V128(a.lo() * b.lo(), a.hi() * b.hi());
  }

  public static V128 extendLowI32x4S(V128 a) {
    return new V128(a.i32(0), a.i32(1));
  }

  public static V128 extendLowI32x4U(V128 a) {
    return new V128(Integer.toUnsignedLong(a.i32(0)), Integer.toUnsignedLong(a.i32(1)));
  }

  public static V128 extendHighI32x4S(V128 a) {
    return new V128(a.i32(2), a.i32(3));
  }

  public static V128 extendHighI32x4U(V128 a) {
    return new V128(Integer.toUnsignedLong(a.i32(2)), Integer.toUnsignedLong(a.i32(3)));
  }

  public static V128 extmulLowI32x4S(V128 a, V128 b) {
    return mul(extendLowI32x4S(a), extendLowI32x4S(b));
  }

  public static V128 extmulLowI32x4U(V128 a, V128 b) {
    return mul(extendLowI32x4U(a), extendLowI32x4U(b));
  }

  public static V128 extmulHighI32x4S(V128 a, V128 b) {
    return mul(extendHighI32x4S(a), extendHighI32x4S(b));
  }

  public static V128 extmulHighI32x4U(V128 a, V128 b) {
    return mul(extendHighI32x4U(a), extendHighI32x4U(b));
  }

  /** The regular {@code v128.bitselect}, as in the deterministic profile. */
  public static V128 relaxedLaneselect(V128 a, V128 b, V128 mask) {
    return V128Ops.bitselect(a, b, mask);
  }

  private static long mask(boolean set) {
    return set ? -1 : 0;
  }
}
