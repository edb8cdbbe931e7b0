package dev.wasmscope.engine.numeric;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The instructions {@code f64x2.*}: two floating-point lanes of 64 bits. */
public final class F64x2Ops {
  private static final long SIGNS = Long.MIN_VALUE;

  private F64x2Ops() {}

  public static V128 splat(double a) {
    return V128.f64x2(a, a);
  }

  public static double extractLane(V128 a, int lane) {
    return a.f64(lane);
  }

  public static V128 replaceLane(V128 a, double value, int lane) {
    return a.withF64(lane, value);
  }

  public static V128 eq(V128 a, V128 b) {
    return compare(a, b, F64Ops::eq);
  }

  public static V128 ne(V128 a, V128 b) {
    return compare(a, b, F64Ops::ne);
  }

  public static V128 lt(V128 a, V128 b) {
    return compare(a, b, F64Ops::lt);
  }

  public static V128 gt(V128 a, V128 b) {
    return compare(a, b, F64Ops::gt);
  }

  public static V128 le(V128 a, V128 b) {
    return compare(a, b, F64Ops::le);
  }

  public static V128 ge(V128 a, V128 b) {
    return compare(a, b, F64Ops::ge);
  }

  public static V128 abs(V128 a) {
    return new V128(a.lo() & ~SIGNS, a.hi() & ~SIGNS);
  }

  public static V128 neg(V128 a) {
    return new V128(a.lo() ^ SIGNS, a.hi() ^ SIGNS);
  }

  public static V128 sqrt(V128 a) {
    return map(a, F64Ops::sqrt);
  }

  public static V128 ceil(V128 a) {
    return map(a, F64Ops::ceil);
  }

  public static V128 floor(V128 a) {
    return map(a, F64Ops::floor);
  }

  public static V128 trunc(V128 a) {
    return map(a, F64Ops::trunc);
  }

  public static V128 nearest(V128 a) {
    return map(a, F64Ops::nearest);
  }

  public static V128 add(V128 a, V128 b) {
    return zip(a, b, F64Ops::add);
  }

  public static V128 sub(V128 a, V128 b) {
    return zip(a, b, F64Ops::sub);
  }

  public static V128 mul(V128 a, V128 b) {
    return zip(a, b, F64Ops::mul);
  }

  public static V128 div(V128 a, V128 b) {
    return zip(a, b, F64Ops::div);
  }

  public static V128 min(V128 a, V128 b) {
    return zip(a, b, F64Ops::min);
  }

  public static V128 max(V128 a, V128 b) {
    return zip(a, b, F64Ops::max);
  }

  /** {@code b < a ? b : a} for each lane, bit for bit. */
  public static V128 pmin(V128 a, V128 b) {
    return V128Ops.bitselect(b, a, lt(b, a));
  }

  /** {@code a < b ? b : a} for each lane, bit for bit. */
  public static V128 pmax(V128 a, V128 b) {
    return V128Ops.bitselect(b, a, lt(a, b));
  }

  /** {@code a * b + c}, rounded twice, as in the deterministic profile. */
  public static V128 relaxedMadd(V128 a, V128 b, V128 c) {
    return add(mul(a, b), c);
  }

  /** {@code -(a * b) + c}, rounded twice, as in the deterministic profile. */
  public static V128 relaxedNmadd(V128 a, V128 b, V128 c) {
    return relaxedMadd(neg(a), b, c);
  }

  /** The regular {@code min}, as in the deterministic profile. */
  public static V128 relaxedMin(V128 a, V128 b) {
    return min(a, b);
  }

  /** The regular {@code max}, as in the deterministic profile. */
  public static V128 relaxedMax(V128 a, V128 b) {
    return max(a, b);
  }

  public static V128 convertLowI32x4S(V128 a) {
    return V128.f64x2(F64Ops.convertI32S(a.i32(0)), F64Ops.convertI32S(a.i32(1)));
  }

  public static V128 convertLowI32x4U(V128 a) {
    return V128.f64x2(F64Ops.convertI32U(a.i32(0)), F64Ops.convertI32U(a.i32(1)));
  }

  public static V128 promoteLowF32x4(V128 a) {
    return V128.f64x2(F64Ops.promoteF32(a.f32(0)), F64Ops.promoteF32(a.f32(1)));
  }

  // Each lambda is a constant at its call, so HotSpot inlines it together with these methods.
  private static V128 map(V128 a, DoubleUnaryOperator op) {
    return V128.f64x2(op.applyAsDouble(a.f64(0)), op.applyAsDouble(a.f64(1)));
  }

  private static V128 zip(V128 a, V128 b, DoubleBinaryOperator op) {
    return V128.f64x2(op.applyAsDouble(a.f64(0), b.f64(0)), op.applyAsDouble(a.f64(1), b.f64(1)));
  }

  private static V128 compare(V128 a, V128 b, Relation op) {
    return V128.i64x2(-op.test(a.f64(0), b.f64(0)), -op.test(a.f64(1), b.f64(1)));
  }

  @FunctionalInterface
  private interface Relation {
    int test(double a, double b);
  }
}
