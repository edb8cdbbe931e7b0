package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The instructions {@code i16x8.*} on Java's vectors, see {@link V128Vectors}. */
public final class I16x8Vectors {

  private static final VectorSpecies<Short> S = ShortVector.SPECIES_128;

  private static final int MAX_U = 0xffff;

  private I16x8Vectors() {}

  public static ByteVector splat(int a) {
    return Lanes.bytes(ShortVector.broadcast(S, (short) a));
  }

  public static int extractLaneS(ByteVector a, int lane) {
    return Lanes.shorts(a).lane(lane);
  }

  public static int extractLaneU(ByteVector a, int lane) {
    return Lanes.shorts(a).lane(lane) & 0xffff;
  }

  public static ByteVector replaceLane(ByteVector a, int value, int lane) {
    return Lanes.bytes(Lanes.shorts(a).withLane(lane, (short) value));
  }

  public static ByteVector eq(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.EQ);
  }

  public static ByteVector ne(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.NE);
  }

  public static ByteVector ltS(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.LT);
  }

  public static ByteVector gtS(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.GT);
  }

  public static ByteVector leS(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.LE);
  }

  public static ByteVector geS(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.GE);
  }

  public static ByteVector ltU(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.ULT);
  }

  public static ByteVector gtU(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.UGT);
  }

  public static ByteVector leU(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.ULE);
  }

  public static ByteVector geU(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.UGE);
  }

  public static ByteVector abs(ByteVector a) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.ABS));
  }

  public static ByteVector neg(ByteVector a) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.NEG));
  }

  public static int allTrue(ByteVector a) {
    return Lanes.shorts(a).compare(VectorOperators.EQ, (short) 0).anyTrue() ? 0 : 1;
  }

  public static int bitmask(ByteVector a) {
    return (int) Lanes.shorts(a).compare(VectorOperators.LT, (short) 0).toLong();
  }

  // Shifts of wider lanes: those of eight lanes HotSpot has by counts in registers only.

  public static ByteVector shl(ByteVector a, int count) {
    int bits = count & 15;
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.LSHL, bits))
        .and(splat(MAX_U << bits));
  }

  public static ByteVector shrS(ByteVector a, int count) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.ASHR, (short) (count & 15)));
  }

  public static ByteVector shrU(ByteVector a, int count) {
    int bits = count & 15;
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.LSHR, bits))
        .and(splat(MAX_U >> bits));
  }

  /** As {@link #shrU} by 8, but for the upper bytes, which may be anything. */
  public static ByteVector moveUpperBytes(ByteVector a) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.LSHR, Byte.SIZE));
  }

  /** The value; of what {@link #moveUpperBytes} has made. */
  public static ByteVector canonical(ByteVector a) {
    return a.and(splat(0xff));
  }

  /** As {@link #canonical}: there is nothing to be put off. */
  public static ByteVector canonicalInStrip(ByteVector a) {
    return canonical(a);
  }

  public static ByteVector add(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.ADD, Lanes.shorts(b)));
  }

  public static ByteVector sub(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.SUB, Lanes.shorts(b)));
  }

  public static ByteVector mul(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.MUL, Lanes.shorts(b)));
  }

  public static ByteVector addSatS(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.SADD, Lanes.shorts(b)));
  }

  public static ByteVector addSatU(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.SUADD, Lanes.shorts(b)));
  }

  public static ByteVector subSatS(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.SSUB, Lanes.shorts(b)));
  }

  public static ByteVector subSatU(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.SUSUB, Lanes.shorts(b)));
  }

  public static ByteVector minS(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.MIN, Lanes.shorts(b)));
  }

  public static ByteVector minU(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.UMIN, Lanes.shorts(b)));
  }

  public static ByteVector maxS(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.MAX, Lanes.shorts(b)));
  }

  public static ByteVector maxU(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.shorts(a).lanewise(VectorOperators.UMAX, Lanes.shorts(b)));
  }

  /** The average of each pair of lanes, rounded up. */
  public static ByteVector avgrU(ByteVector a, ByteVector b) {
    ShortVector both = Lanes.shorts(a).or(Lanes.shorts(b));
    ByteVector half = shrU(a.lanewise(VectorOperators.XOR, b), 1);
    return Lanes.bytes(both.sub(Lanes.shorts(half)));
  }

  public static ByteVector relaxedLaneselect(ByteVector a, ByteVector b, ByteVector c) {
    return V128Vectors.bitselect(a, b, c);
  }

  public static ByteVector extendLowI8x16S(ByteVector a) {
    return Lanes.bytes(Widths.signedBytes(a));
  }

  public static ByteVector extendLowI8x16U(ByteVector a) {
    return Lanes.bytes(Widths.unsignedBytes(a));
  }

  public static ByteVector extendHighI8x16S(ByteVector a) {
    return Lanes.bytes(Widths.signedBytes(Widths.high(a)));
  }

  public static ByteVector extendHighI8x16U(ByteVector a) {
    return Lanes.bytes(Widths.unsignedHighBytes(a));
  }

  public static ByteVector extmulLowI8x16S(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.signedBytes(a).mul(Widths.signedBytes(b)));
  }

  public static ByteVector extmulLowI8x16U(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.unsignedBytes(a).mul(Widths.unsignedBytes(b)));
  }

  public static ByteVector extmulHighI8x16S(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.signedBytes(Widths.high(a)).mul(Widths.signedBytes(Widths.high(b))));
  }

  public static ByteVector extmulHighI8x16U(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.unsignedHighBytes(a).mul(Widths.unsignedHighBytes(b)));
  }

  public static ByteVector extaddPairwiseI8x16S(ByteVector a) {
    return Lanes.bytes(evenS(a).add(oddS(a)));
  }

  public static ByteVector extaddPairwiseI8x16U(ByteVector a) {
    return Lanes.bytes(evenU(a).add(oddU(a)));
  }

  public static ByteVector narrowI32x4S(ByteVector a, ByteVector b) {
    return Widths.lowShorts(
        Lanes.ints(a).max(Short.MIN_VALUE).min(Short.MAX_VALUE),
        Lanes.ints(b).max(Short.MIN_VALUE).min(Short.MAX_VALUE));
  }

  public static ByteVector narrowI32x4U(ByteVector a, ByteVector b) {
    return Widths.lowShorts(Lanes.ints(a).max(0).min(MAX_U), Lanes.ints(b).max(0).min(MAX_U));
  }

  /** The rounded product of fixed-point numbers with 15 fractional bits; −1 · −1 saturates. */
  public static ByteVector q15mulrSatS(ByteVector a, ByteVector b) {
    IntVector even = rounded(low(a).mul(low(b))).and(0xffff);
    IntVector odd = rounded(high(a).mul(high(b))).lanewise(VectorOperators.LSHL, Short.SIZE);
    return Lanes.bytes(even.or(odd));
  }

  public static ByteVector relaxedQ15mulrS(ByteVector a, ByteVector b) {
    return q15mulrSatS(a, b);
  }

  public static ByteVector relaxedDotI8x16I7x16S(ByteVector a, ByteVector b) {
    return Lanes.bytes(evenS(a).mul(evenS(b)).add(oddS(a).mul(oddS(b))));
  }

  private static IntVector rounded(IntVector product) {
    return product.add(1 << 14).lanewise(VectorOperators.ASHR, 15).min(Short.MAX_VALUE);
  }

  private static IntVector low(ByteVector a) {
    return Lanes.ints(a)
        .lanewise(VectorOperators.LSHL, Short.SIZE)
        .lanewise(VectorOperators.ASHR, Short.SIZE);
  }

  private static IntVector high(ByteVector a) {
    return Lanes.ints(a).lanewise(VectorOperators.ASHR, Short.SIZE);
  }

  /** The lower half of each lane, sign-extended. */
  private static ShortVector evenS(ByteVector a) {
    return oddS(Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.LSHL, 8)));
  }

  /** The upper half of each lane, sign-extended. */
  private static ShortVector oddS(ByteVector a) {
    return Lanes.shorts(a).lanewise(VectorOperators.ASHR, 8);
  }

  /** The lower half of each lane, zero-extended. */
  private static ShortVector evenU(ByteVector a) {
    return Lanes.shorts(a).and((short) 0xff);
  }

  /** The upper half of each lane, zero-extended. */
  private static ShortVector oddU(ByteVector a) {
    return Lanes.shorts(shrU(a, 8));
  }

  /** A bit for each lane that the test holds for. */
  public static int bits(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    return (int) Lanes.shorts(a).compare(test, Lanes.shorts(b)).toLong();
  }

  private static ByteVector compare(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    VectorMask<Short> holds = Lanes.shorts(a).compare(test, Lanes.shorts(b));
    return Lanes.bytes(ShortVector.zero(S).blend((short) -1, holds));
  }
}
