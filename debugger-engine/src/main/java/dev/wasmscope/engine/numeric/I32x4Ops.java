package dev.wasmscope.engine.numeric;

/** The instructions {@code i32x4.*}: four integer lanes of 32 bits. */
public final class I32x4Ops {
  private static final long SIGNS = Swar.SIGNS_32;
  private static final long LOWER_HALVES = 0x0000_ffff_0000_ffffL;

  private I32x4Ops() {}

  public static V128 splat(int a) {
    long half = Swar.splat(a, SIGNS);
    return new V128(half, half);
  }

  public static int extractLane(V128 a, int lane) {
    return a.i32(lane);
  }

  public static V128 replaceLane(V128 a, int value, int lane) {
    return a.withI32(lane, value);
  }

  public static V128 eq(V128 a, V128 b) {
    return new V128(Swar.eq(a.lo(), b.lo(), SIGNS), Swar.eq(a.hi(), b.hi(), SIGNS));
  }

  public static V128 ne(V128 a, V128 b) {
    return new V128(~Swar.eq(a.lo(), b.lo(), SIGNS), ~Swar.eq(a.hi(), b.hi(), SIGNS));
  }

  public static V128 ltS(V128 a, V128 b) {
    return new V128(Swar.ltS(a.lo(), b.lo(), SIGNS), Swar.ltS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 ltU(V128 a, V128 b) {
    return new V128(Swar.ltU(a.lo(), b.lo(), SIGNS), Swar.ltU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 gtS(V128 a, V128 b) {
    return ltS(b, a);
  }

  public static V128 gtU(V128 a, V128 b) {
    return ltU(b, a);
  }

  public static V128 leS(V128 a, V128 b) {
    return new V128(~Swar.ltS(b.lo(), a.lo(), SIGNS), ~Swar.ltS(b.hi(), a.hi(), SIGNS));
  }

  public static V128 leU(V128 a, V128 b) {
    return new V128(~Swar.ltU(b.lo(), a.lo(), SIGNS), ~Swar.ltU(b.hi(), a.hi(), SIGNS));
  }

  public static V128 geS(V128 a, V128 b) {
    return leS(b, a);
  }

  public static V128 geU(V128 a, V128 b) {
    return leU(b, a);
  }

  public static V128 abs(V128 a) {
    return new V128(Swar.abs(a.lo(), SIGNS), Swar.abs(a.hi(), SIGNS));
  }

  public static V128 neg(V128 a) {
    return new V128(Swar.sub(0, a.lo(), SIGNS), Swar.sub(0, a.hi(), SIGNS));
  }

  public static int allTrue(V128 a) {
    long flags = Swar.nonZero(a.lo(), SIGNS) & Swar.nonZero(a.hi(), SIGNS);
    return flags == SIGNS ? 1 : 0;
  }

  public static int bitmask(V128 a) {
    return Swar.bits(a.lo(), SIGNS) | (Swar.bits(a.hi(), SIGNS) << 2);
  }

  public static V128 shl(V128 a, int count) {
    return new V128(Swar.shl(a.lo(), count, SIGNS), Swar.shl(a.hi(), count, SIGNS));
  }

  public static V128 shrS(V128 a, int count) {
    return new V128(Swar.shrS(a.lo(), count, SIGNS), Swar.shrS(a.hi(), count, SIGNS));
  }

  public static V128 shrU(V128 a, int count) {
    return new V128(Swar.shrU(a.lo(), count, SIGNS), Swar.shrU(a.hi(), count, SIGNS));
  }

  public static V128 add(V128 a, V128 b) {
    return new V128(Swar.add(a.lo(), b.lo(), SIGNS), Swar.add(a.hi(), b.hi(), SIGNS));
  }

  public static V128 sub(V128 a, V128 b) {
    return new V128(Swar.sub(a.lo(), b.lo(), SIGNS), Swar.sub(a.hi(), b.hi(), SIGNS));
  }

  public static V128 mul(V128 a, V128 b) {
    return new V128(Swar.mul32(a.lo(), b.lo()), Swar.mul32(a.hi(), b.hi()));
  }

  public static V128 minS(V128 a, V128 b) {
    return new V128(Swar.minS(a.lo(), b.lo(), SIGNS), Swar.minS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 minU(V128 a, V128 b) {
    return new V128(Swar.minU(a.lo(), b.lo(), SIGNS), Swar.minU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 maxS(V128 a, V128 b) {
    return new V128(Swar.maxS(a.lo(), b.lo(), SIGNS), Swar.maxS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 maxU(V128 a, V128 b) {
    return new V128(Swar.maxU(a.lo(), b.lo(), SIGNS), Swar.maxU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 extendLowI16x8S(V128 a) {
    return widenS(a.lo());
  }

  public static V128 extendHighI16x8S(V128 a) {
    return widenS(a.hi());
  }

  public static V128 extendLowI16x8U(V128 a) {
    return widenU(a.lo());
  }

  public static V128 extendHighI16x8U(V128 a) {
    return widenU(a.hi());
  }

  public static V128 extmulLowI16x8S(V128 a, V128 b) {
    return mul(extendLowI16x8S(a), extendLowI16x8S(b));
  }

  public static V128 extmulHighI16x8S(V128 a, V128 b) {
    return mul(extendHighI16x8S(a), extendHighI16x8S(b));
  }

  public static V128 extmulLowI16x8U(V128 a, V128 b) {
    return mul(extendLowI16x8U(a), extendLowI16x8U(b));
  }

  public static V128 extmulHighI16x8U(V128 a, V128 b) {
    return mul(extendHighI16x8U(a), extendHighI16x8U(b));
  }

  public static V128 extaddPairwiseI16x8S(V128 a) {
    return add(evenS(a), oddS(a));
  }

  public static V128 extaddPairwiseI16x8U(V128 a) {
    return add(evenU(a), oddU(a));
  }

  /** The sum of the products of each two adjacent signed 16-bit lanes. */
  public static V128 dotI16x8S(V128 a, V128 b) {
    return add(mul(evenS(a), evenS(b)), mul(oddS(a), oddS(b)));
  }

  public static V128 truncSatF32x4S(V128 a) {
    return map(a, I32Ops::truncSatF32S);
  }

  public static V128 truncSatF32x4U(V128 a) {
    return map(a, I32Ops::truncSatF32U);
  }

  public static V128 truncSatF64x2SZero(V128 a) {
    return V128.i32x4(I32Ops.truncSatF64S(a.f64(0)), I32Ops.truncSatF64S(a.f64(1)), 0, 0);
  }

  public static V128 truncSatF64x2UZero(V128 a) {
    return V128.i32x4(I32Ops.truncSatF64U(a.f64(0)), I32Ops.truncSatF64U(a.f64(1)), 0, 0);
  }

  /** The regular {@code trunc_sat_f32x4_s}, as in the deterministic profile. */
  public static V128 relaxedTruncF32x4S(V128 a) {
    return truncSatF32x4S(a);
  }

  /** The regular {@code trunc_sat_f32x4_u}, as in the deterministic profile. */
  public static V128 relaxedTruncF32x4U(V128 a) {
    return truncSatF32x4U(a);
  }

  /** The regular {@code trunc_sat_f64x2_s_zero}, as in the deterministic profile. */
  public static V128 relaxedTruncF64x2SZero(V128 a) {
    return truncSatF64x2SZero(a);
  }

  /** The regular {@code trunc_sat_f64x2_u_zero}, as in the deterministic profile. */
  public static V128 relaxedTruncF64x2UZero(V128 a) {
    return truncSatF64x2UZero(a);
  }

  /** The regular {@code v128.bitselect}, as in the deterministic profile. */
  public static V128 relaxedLaneselect(V128 a, V128 b, V128 mask) {
    return V128Ops.bitselect(a, b, mask);
  }

  /** Takes both operands as signed, as in the deterministic profile; sums wrap around. */
  public static V128 relaxedDotI8x16I7x16AddS(V128 a, V128 b, V128 c) {
    return add(extaddPairwiseI16x8S(I16x8Ops.relaxedDotI8x16I7x16S(a, b)), c);
  }

  private static V128 widenU(long half) {
    return new V128(Swar.widen16(half), Swar.widen16(half >>> 32));
  }

  private static V128 widenS(long half) {
    return evenS(widenU(half));
  }

  /** The lower half of each lane, zero-extended. */
  private static V128 evenU(V128 a) {
    return new V128(a.lo() & LOWER_HALVES, a.hi() & LOWER_HALVES);
  }

  /** The upper half of each lane, zero-extended. */
  private static V128 oddU(V128 a) {
    return new V128((a.lo() >>> 16) & LOWER_HALVES, (a.hi() >>> 16) & LOWER_HALVES);
  }

  /** The lower half of each lane, sign-extended. */
  private static V128 evenS(V128 a) {
    return new V128(Swar.signExtendHalves(a.lo(), SIGNS), Swar.signExtendHalves(a.hi(), SIGNS));
  }

  /** The upper half of each lane, sign-extended. */
  private static V128 oddS(V128 a) {
    return shrS(a, 16);
  }

  private static V128 map(V128 a, F32ToI32 op) {
    return V128.i32x4(
        op.apply(a.f32(0)), op.apply(a.f32(1)), op.apply(a.f32(2)), op.apply(a.f32(3)));
  }

  @FunctionalInterface
  private interface F32ToI32 {
    int apply(float a);
  }
}
