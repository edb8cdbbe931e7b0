package dev.wasmscope.engine.numeric;

/** The instructions {@code f32x4.*}: four floating-point lanes of 32 bits. */
public final class F32x4Ops {
  private static final long SIGNS = Swar.SIGNS_32;

  private F32x4Ops() {}

  public static V128 splat(float a) {
    return V128.f32x4(a, a, a, a);
  }

  public static float extractLane(V128 a, int lane) {
    return a.f32(lane);
  }

  public static V128 replaceLane(V128 a, float value, int lane) {
    return a.withF32(lane, value);
  }

  public static V128 eq(V128 a, V128 b) {
    return compare(a, b, F32Ops::eq);
  }

  public static V128 ne(V128 a, V128 b) {
    return compare(a, b, F32Ops::ne);
  }

  public static V128 lt(V128 a, V128 b) {
    return compare(a, b, F32Ops::lt);
  }

  public static V128 gt(V128 a, V128 b) {
    return compare(a, b, F32Ops::gt);
  }

  public static V128 le(V128 a, V128 b) {
    return compare(a, b, F32Ops::le);
  }

  public static V128 ge(V128 a, V128 b) {
    return compare(a, b, F32Ops::ge);
  }

  public static V128 abs(V128 a) {
    return new V128(a.lo() & ~SIGNS, a.hi() & ~SIGNS);
  }

  public static V128 neg(V128 a) {
    return new V128(a.lo() ^ SIGNS, a.hi() ^ SIGNS);
  }

  public static V128 sqrt(V128 a) {
    return map(a, F32Ops::sqrt);
  }

  public static V128 ceil(V128 a) {
    return map(a, F32Ops::ceil);
  }

  public static V128 floor(V128 a) {
    return map(a, F32Ops::floor);
  }

  public static V128 trunc(V128 a) {
    return map(a, F32Ops::trunc);
  }

  public static V128 nearest(V128 a) {
    return map(a, F32Ops::nearest);
  }

  public static V128 add(V128 a, V128 b) {
    return zip(a, b, F32Ops::add);
  }

  public static V128 sub(V128 a, V128 b) {
    return zip(a, b, F32Ops::sub);
  }

  public static V128 mul(V128 a, V128 b) {
    return zip(a, b, F32Ops::mul);
  }

  public static V128 div(V128 a, V128 b) {
    return zip(a, b, F32Ops::div);
  }

  public static V128 min(V128 a, V128 b) {
    return zip(a, b, F32Ops::min);
  }

  public static V128 max(V128 a, V128 b) {
    return zip(a, b, F32Ops::max);
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

  public static V128 convertI32x4S(V128 a) {
    return V128.f32x4(
        F32Ops.convertI32S(a.i32(0)),
        F32Ops.convertI32S(a.i32(1)),
        F32Ops.convertI32S(a.i32(2)),
        F32Ops.convertI32S(a.i32(3)));
  }

  public static V128 convertI32x4U(V128 a) {
    return V128.f32x4(
        F32Ops.convertI32U(a.i32(0)),
        F32Ops.convertI32U(a.i32(1)),
        F32Ops.convertI32U(a.i32(2)),
        F32Ops.convertI32U(a.i32(3)));
  }

  public static V128 demoteF64x2Zero(V128 a) {
    return V128.f32x4(F32Ops.demoteF64(a.f64(0)), F32Ops.demoteF64(a.f64(1)), 0, 0);
  }

  // Each lambda is a constant at its call, so HotSpot inlines it together with these methods.
  private static V128 map(V128 a, Unary op) {
    return V128.f32x4(
        op.apply(a.f32(0)), op.apply(a.f32(1)), op.apply(a.f32(2)), op.apply(a.f32(3)));
  }

  private static V128 zip(V128 a, V128 b, Binary op) {
    return V128.f32x4(
        op.apply(a.f32(0), b.f32(0)),
        op.apply(a.f32(1), b.f32(1)),
        op.apply(a.f32(2), b.f32(2)),
        op.apply(a.f32(3), b.f32(3)));
  }

  private static V128 compare(V128 a, V128 b, Relation op) {
    return V128.i32x4(
        -op.test(a.f32(0), b.f32(0)),
        -op.test(a.f32(1), b.f32(1)),
        -op.test(a.f32(2), b.f32(2)),
        -op.test(a.f32(3), b.f32(3)));
  }

  @FunctionalInterface
  private interface Unary {
    float apply(float a);
  }

  @FunctionalInterface
  private interface Binary {
    float apply(float a, float b);
  }

  @FunctionalInterface
  private interface Relation {
    int test(float a, float b);
  }
}
