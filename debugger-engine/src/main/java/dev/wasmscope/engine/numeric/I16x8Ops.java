package dev.wasmscope.engine.numeric;

/** The instructions {@code i16x8.*}: eight integer lanes of 16 bits. */
public final class I16x8Ops {
  private static final long SIGNS = Swar.SIGNS_16;
  private static final long LOWER_HALVES = 0x00ff_00ff_00ff_00ffL;
  private static final V128 MAX_S = I32x4Ops.splat(0x7fff);
  private static final V128 MIN_S = I32x4Ops.splat(-0x8000);
  private static final V128 MAX_U = I32x4Ops.splat(0xffff);

  private I16x8Ops() {}

  public static V128 splat(int a) {
    long half = Swar.splat(a, SIGNS);
    return new V128(half, half);
  }

  public static int extractLaneS(V128 a, int lane) {
    return a.i16(lane);
  }

  public static int extractLaneU(V128 a, int lane) {
    return Short.toUnsignedInt((short) a.i16(lane));
  }

  public static V128 replaceLane(V128 a, int value, int lane) {
    return a.withI16(lane, value);
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
    return Swar.bits(a.lo(), SIGNS) | (Swar.bits(a.hi(), SIGNS) << 4);
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
    return new V128(Swar.mul16(a.lo(), b.lo()), Swar.mul16(a.hi(), b.hi()));
  }

  public static V128 addSatS(V128 a, V128 b) {
    return new V128(Swar.addSatS(a.lo(), b.lo(), SIGNS), Swar.addSatS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 addSatU(V128 a, V128 b) {
    return new V128(Swar.addSatU(a.lo(), b.lo(), SIGNS), Swar.addSatU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 subSatS(V128 a, V128 b) {
    return new V128(Swar.subSatS(a.lo(), b.lo(), SIGNS), Swar.subSatS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 subSatU(V128 a, V128 b) {
    return new V128(Swar.subSatU(a.lo(), b.lo(), SIGNS), Swar.subSatU(a.hi(), b.hi(), SIGNS));
  }

  /** The average of each pair of lanes, rounded up. */
  public static V128 avgrU(V128 a, V128 b) {
    return new V128(Swar.avgrU(a.lo(), b.lo(), SIGNS), Swar.avgrU(a.hi(), b.hi(), SIGNS));
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

  public static V128 extendLowI8x16S(V128 a) {
    return widenS(a.lo());
  }

  public static V128 extendHighI8x16S(V128 a) {
    return widenS(a.hi());
  }

  public static V128 extendLowI8x16U(V128 a) {
    return widenU(a.lo());
  }

  public static V128 extendHighI8x16U(V128 a) {
    return widenU(a.hi());
  }

  public static V128 extmulLowI8x16S(V128 a, V128 b) {
    return mul(extendLowI8x16S(a), extendLowI8x16S(b));
  }

  public static V128 extmulHighI8x16S(V128 a, V128 b) {
    return mul(extendHighI8x16S(a), extendHighI8x16S(b));
  }

  public static V128 extmulLowI8x16U(V128 a, V128 b) {
    return mul(extendLowI8x16U(a), extendLowI8x16U(b));
  }

  public static V128 extmulHighI8x16U(V128 a, V128 b) {
    return mul(extendHighI8x16U(a), extendHighI8x16U(b));
  }

  public static V128 extaddPairwiseI8x16S(V128 a) {
    return add(evenS(a), oddS(a));
  }

  public static V128 extaddPairwiseI8x16U(V128 a) {
    return add(evenU(a), oddU(a));
  }

  public static V128 narrowI32x4S(V128 a, V128 b) {
    return new V128(narrowS(a), narrowS(b));
  }

  public static V128 narrowI32x4U(V128 a, V128 b) {
    return new V128(narrowU(a), narrowU(b));
  }

  /** The rounded product of fixed-point numbers with 15 fractional bits; −1 · −1 saturates. */
  public static V128 q15mulrSatS(V128 a, V128 b) {
    return new V128(q15mulr(a.lo(), b.lo()), q15mulr(a.hi(), b.hi()));
  }

  /** The regular {@code q15mulr_sat_s}, as in the deterministic profile. */
  public static V128 relaxedQ15mulrS(V128 a, V128 b) {
    return q15mulrSatS(a, b);
  }

  /** Takes both operands as signed, as in the deterministic profile; sums wrap around. */
  public static V128 relaxedDotI8x16I7x16S(V128 a, V128 b) {
    return add(mul(evenS(a), evenS(b)), mul(oddS(a), oddS(b)));
  }

  /** The regular {@code v128.bitselect}, as in the deterministic profile. */
  public static V128 relaxedLaneselect(V128 a, V128 b, V128 mask) {
    return V128Ops.bitselect(a, b, mask);
  }

  private static V128 widenU(long half) {
    return new V128(Swar.widen8(half), Swar.widen8(half >>> 32));
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
    return new V128((a.lo() >>> 8) & LOWER_HALVES, (a.hi() >>> 8) & LOWER_HALVES);
  }

  /** The lower half of each lane, sign-extended. */
  private static V128 evenS(V128 a) {
    return new V128(Swar.signExtendHalves(a.lo(), SIGNS), Swar.signExtendHalves(a.hi(), SIGNS));
  }

  /** The upper half of each lane, sign-extended. */
  private static V128 oddS(V128 a) {
    return shrS(a, 8);
  }

  private static long q15mulr(long a, long b) {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
      int product = (short) (a >>> shift) * (short) (b >>> shift);
      int rounded = (product + (1 << 14)) >> 15;
      bits |= (Math.min(rounded, Short.MAX_VALUE) & 0xffffL) << shift;
    }
    return bits;
  }

  private static long narrowS(V128 wide) {
    return pack(I32x4Ops.maxS(I32x4Ops.minS(wide, MAX_S), MIN_S));
  }

  private static long narrowU(V128 wide) {
    return pack(I32x4Ops.maxS(I32x4Ops.minS(wide, MAX_U), V128.ZERO));
  }

  private static long pack(V128 wide) {
    return Swar.narrow32(wide.lo()) | (Swar.narrow32(wide.hi()) << 32);
  }
}
