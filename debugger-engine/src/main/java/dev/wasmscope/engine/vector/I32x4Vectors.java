package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The instructions {@code i32x4.*} on Java's vectors, see {@link V128Vectors}. */
public final class I32x4Vectors {

  private static final VectorSpecies<Integer> S = IntVector.SPECIES_128;

  private I32x4Vectors() {}

  public static ByteVector splat(int a) {
    return Lanes.bytes(IntVector.broadcast(S, a));
  }

  public static int extractLane(ByteVector a, int lane) {
    return Lanes.ints(a).lane(lane);
  }

  public static ByteVector replaceLane(ByteVector a, int value, int lane) {
    return Lanes.bytes(Lanes.ints(a).withLane(lane, value));
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
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.ABS));
  }

  public static ByteVector neg(ByteVector a) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.NEG));
  }

  public static int allTrue(ByteVector a) {
    return Lanes.ints(a).compare(VectorOperators.EQ, 0).anyTrue() ? 0 : 1;
  }

  public static int bitmask(ByteVector a) {
    return (int) Lanes.ints(a).compare(VectorOperators.LT, 0).toLong();
  }

  public static ByteVector shl(ByteVector a, int count) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.LSHL, count & 31));
  }

  public static ByteVector shrS(ByteVector a, int count) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.ASHR, count & 31));
  }

  public static ByteVector shrU(ByteVector a, int count) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.LSHR, count & 31));
  }

  public static ByteVector add(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.ADD, Lanes.ints(b)));
  }

  public static ByteVector sub(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.SUB, Lanes.ints(b)));
  }

  public static ByteVector mul(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.MUL, Lanes.ints(b)));
  }

  public static ByteVector minS(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.MIN, Lanes.ints(b)));
  }

  public static ByteVector minU(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.UMIN, Lanes.ints(b)));
  }

  public static ByteVector maxS(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.MAX, Lanes.ints(b)));
  }

  public static ByteVector maxU(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.UMAX, Lanes.ints(b)));
  }

  public static ByteVector relaxedLaneselect(ByteVector a, ByteVector b, ByteVector c) {
    return V128Vectors.bitselect(a, b, c);
  }

  public static ByteVector extendLowI16x8S(ByteVector a) {
    return Lanes.bytes(Widths.signedShorts(a));
  }

  public static ByteVector extendLowI16x8U(ByteVector a) {
    return Lanes.bytes(Widths.unsignedShorts(a));
  }

  public static ByteVector extendHighI16x8S(ByteVector a) {
    return Lanes.bytes(Widths.signedHighShorts(a));
  }

  public static ByteVector extendHighI16x8U(ByteVector a) {
    return Lanes.bytes(Widths.unsignedHighShorts(a));
  }

  public static ByteVector extmulLowI16x8S(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.signedShorts(a).mul(Widths.signedShorts(b)));
  }

  public static ByteVector extmulLowI16x8U(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.unsignedShorts(a).mul(Widths.unsignedShorts(b)));
  }

  public static ByteVector extmulHighI16x8S(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.signedHighShorts(a).mul(Widths.signedHighShorts(b)));
  }

  public static ByteVector extmulHighI16x8U(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.unsignedHighShorts(a).mul(Widths.unsignedHighShorts(b)));
  }

  public static ByteVector extaddPairwiseI16x8S(ByteVector a) {
    return Lanes.bytes(evenS(a).add(oddS(a)));
  }

  public static ByteVector extaddPairwiseI16x8U(ByteVector a) {
    return Lanes.bytes(evenU(a).add(oddU(a)));
  }

  public static ByteVector dotI16x8S(ByteVector a, ByteVector b) {
    return Lanes.bytes(evenS(a).mul(evenS(b)).add(oddS(a).mul(oddS(b))));
  }

  public static ByteVector truncSatF32x4S(ByteVector a) {
    return Lanes.bytes(Conversions.toSigned(Lanes.floats(a)));
  }

  public static ByteVector truncSatF32x4U(ByteVector a) {
    return Lanes.bytes(Conversions.toUnsigned(Lanes.floats(a)));
  }

  public static ByteVector truncSatF64x2SZero(ByteVector a) {
    return Lanes.bytes(Conversions.toSigned(Lanes.doubles(a)));
  }

  public static ByteVector truncSatF64x2UZero(ByteVector a) {
    return Lanes.bytes(Conversions.toUnsigned(Lanes.doubles(a)));
  }

  public static ByteVector relaxedTruncF32x4S(ByteVector a) {
    return truncSatF32x4S(a);
  }

  public static ByteVector relaxedTruncF32x4U(ByteVector a) {
    return truncSatF32x4U(a);
  }

  public static ByteVector relaxedTruncF64x2SZero(ByteVector a) {
    return truncSatF64x2SZero(a);
  }

  public static ByteVector relaxedTruncF64x2UZero(ByteVector a) {
    return truncSatF64x2UZero(a);
  }

  public static ByteVector relaxedDotI8x16I7x16AddS(ByteVector a, ByteVector b, ByteVector c) {
    ByteVector products = I16x8Vectors.relaxedDotI8x16I7x16S(a, b);
    return add(extaddPairwiseI16x8S(products), c);
  }

  /** The lower half of each lane, sign-extended. */
  private static IntVector evenS(ByteVector a) {
    return Lanes.ints(a).lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16);
  }

  /** The upper half of each lane, sign-extended. */
  private static IntVector oddS(ByteVector a) {
    return Lanes.ints(a).lanewise(VectorOperators.ASHR, 16);
  }

  /** The lower half of each lane, zero-extended. */
  private static IntVector evenU(ByteVector a) {
    return Lanes.ints(a).and(0xffff);
  }

  /** The upper half of each lane, zero-extended. */
  private static IntVector oddU(ByteVector a) {
    return Lanes.ints(a).lanewise(VectorOperators.LSHR, 16);
  }

  /** A bit for each lane that the test holds for. */
  public static int bits(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    return (int) Lanes.ints(a).compare(test, Lanes.ints(b)).toLong();
  }

  private static ByteVector compare(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    VectorMask<Integer> holds = Lanes.ints(a).compare(test, Lanes.ints(b));
    return Lanes.bytes(IntVector.zero(S).blend(-1, holds));
  }
}
