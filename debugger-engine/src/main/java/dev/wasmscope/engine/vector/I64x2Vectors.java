package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The instructions {@code i64x2.*} on Java's vectors, see {@link V128Vectors}. */
public final class I64x2Vectors {

  private static final VectorSpecies<Long> S = LongVector.SPECIES_128;

  private I64x2Vectors() {}

  public static ByteVector splat(long a) {
    return Lanes.bytes(LongVector.broadcast(S, a));
  }

  public static long extractLane(ByteVector a, int lane) {
    return Lanes.longs(a).lane(lane);
  }

  public static ByteVector replaceLane(ByteVector a, long value, int lane) {
    return Lanes.bytes(Lanes.longs(a).withLane(lane, value));
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

  public static ByteVector abs(ByteVector a) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.ABS));
  }

  public static ByteVector neg(ByteVector a) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.NEG));
  }

  public static int allTrue(ByteVector a) {
    return Lanes.longs(a).compare(VectorOperators.EQ, 0L).anyTrue() ? 0 : 1;
  }

  public static int bitmask(ByteVector a) {
    return (int) Lanes.longs(a).compare(VectorOperators.LT, 0L).toLong();
  }

  public static ByteVector shl(ByteVector a, int count) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.LSHL, count & 63));
  }

  public static ByteVector shrS(ByteVector a, int count) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.ASHR, count & 63));
  }

  public static ByteVector shrU(ByteVector a, int count) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.LSHR, count & 63));
  }

  public static ByteVector add(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.ADD, Lanes.longs(b)));
  }

  public static ByteVector sub(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.SUB, Lanes.longs(b)));
  }

  public static ByteVector mul(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.MUL, Lanes.longs(b)));
  }

  public static ByteVector relaxedLaneselect(ByteVector a, ByteVector b, ByteVector c) {
    return V128Vectors.bitselect(a, b, c);
  }

  public static ByteVector extendLowI32x4S(ByteVector a) {
    return Lanes.bytes(Widths.signedInts(a));
  }

  public static ByteVector extendLowI32x4U(ByteVector a) {
    return Lanes.bytes(Widths.unsignedInts(a));
  }

  public static ByteVector extendHighI32x4S(ByteVector a) {
    return Lanes.bytes(Widths.signedInts(Widths.high(a)));
  }

  public static ByteVector extendHighI32x4U(ByteVector a) {
    return Lanes.bytes(Widths.unsignedHighInts(a));
  }

  public static ByteVector extmulLowI32x4S(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.signedInts(a).mul(Widths.signedInts(b)));
  }

  public static ByteVector extmulLowI32x4U(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.unsignedInts(a).mul(Widths.unsignedInts(b)));
  }

  public static ByteVector extmulHighI32x4S(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.signedInts(Widths.high(a)).mul(Widths.signedInts(Widths.high(b))));
  }

  public static ByteVector extmulHighI32x4U(ByteVector a, ByteVector b) {
    return Lanes.bytes(Widths.unsignedHighInts(a).mul(Widths.unsignedHighInts(b)));
  }

  /** A bit for each lane that the test holds for. */
  public static int bits(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    return (int) Lanes.longs(a).compare(test, Lanes.longs(b)).toLong();
  }

  private static ByteVector compare(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    VectorMask<Long> holds = Lanes.longs(a).compare(test, Lanes.longs(b));
    return Lanes.bytes(LongVector.zero(S).blend(-1, holds));
  }
}
