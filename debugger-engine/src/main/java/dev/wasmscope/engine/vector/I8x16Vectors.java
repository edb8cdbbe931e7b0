package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The instructions {@code i8x16.*} on Java's vectors, see {@link V128Vectors}. */
public final class I8x16Vectors {

  private static final VectorSpecies<Byte> S = ByteVector.SPECIES_128;

  private static final short MIN_S = Byte.MIN_VALUE;
  private static final short MAX_S = Byte.MAX_VALUE;
  private static final short MAX_U = 0xff;
  private static final int SIZE = 16;

  private I8x16Vectors() {}

  public static ByteVector splat(int a) {
    return ByteVector.broadcast(S, (byte) a);
  }

  public static int extractLaneS(ByteVector a, int lane) {
    return a.lane(lane);
  }

  public static int extractLaneU(ByteVector a, int lane) {
    return a.lane(lane) & 0xff;
  }

  public static ByteVector replaceLane(ByteVector a, int value, int lane) {
    return a.withLane(lane, (byte) value);
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
    return a.lanewise(VectorOperators.ABS);
  }

  public static ByteVector neg(ByteVector a) {
    return a.lanewise(VectorOperators.NEG);
  }

  public static int allTrue(ByteVector a) {
    return a.compare(VectorOperators.EQ, (byte) 0).anyTrue() ? 0 : 1;
  }

  public static int bitmask(ByteVector a) {
    return (int) a.compare(VectorOperators.LT, (byte) 0).toLong();
  }

  // Shifts of wider lanes, and what came from the neighbours removed: HotSpot has none of bytes.

  public static ByteVector shl(ByteVector a, int count) {
    int bits = count & 7;
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.LSHL, bits)).and(splat(0xff << bits));
  }

  public static ByteVector shrS(ByteVector a, int count) {
    ByteVector sign = splat(0x80 >> (count & 7));
    return shrU(a, count).lanewise(VectorOperators.XOR, sign).sub(sign);
  }

  public static ByteVector shrU(ByteVector a, int count) {
    int bits = count & 7;
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.LSHR, bits)).and(splat(0xff >> bits));
  }

  public static ByteVector add(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.ADD, b);
  }

  public static ByteVector sub(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.SUB, b);
  }

  public static ByteVector addSatS(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.SADD, b);
  }

  public static ByteVector addSatU(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.SUADD, b);
  }

  public static ByteVector subSatS(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.SSUB, b);
  }

  public static ByteVector subSatU(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.SUSUB, b);
  }

  public static ByteVector minS(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.MIN, b);
  }

  public static ByteVector minU(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.UMIN, b);
  }

  public static ByteVector maxS(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.MAX, b);
  }

  public static ByteVector maxU(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.UMAX, b);
  }

  /** The average of each pair of lanes, rounded up. */
  public static ByteVector avgrU(ByteVector a, ByteVector b) {
    ByteVector both = a.or(b);
    return both.sub(shrU(a.lanewise(VectorOperators.XOR, b), 1));
  }

  public static ByteVector relaxedLaneselect(ByteVector a, ByteVector b, ByteVector c) {
    return V128Vectors.bitselect(a, b, c);
  }

  public static ByteVector popcnt(ByteVector a) {
    return a.lanewise(VectorOperators.BIT_COUNT);
  }

  /** Picks each lane from the 32 lanes of both operands. */
  public static ByteVector shuffle(ByteVector a, ByteVector b, ByteVector lanes) {
    return pickBoth(a, b, lanes, ltU(lanes, splat(SIZE)));
  }

  /** Picks each lane from those of {@code a} where the mask is 1, and of {@code b} elsewhere. */
  public static ByteVector pickBoth(ByteVector a, ByteVector b, ByteVector lanes, ByteVector mask) {
    return V128Vectors.bitselect(pick(a, lanes), pick(b, lanes), mask);
  }

  /** Picks each lane from those of {@code a}, by the lower bits of lane numbers. */
  public static ByteVector pick(ByteVector a, ByteVector lanes) {
    return lanes.selectFrom(a);
  }

  /** Picks each lane from those of {@code a}; a lane number of 16 or more gives 0. */
  public static ByteVector swizzle(ByteVector a, ByteVector lanes) {
    VectorMask<Byte> outside = lanes.compare(VectorOperators.UGT, (byte) (SIZE - 1));
    return pick(a, lanes).blend((byte) 0, outside);
  }

  public static ByteVector relaxedSwizzle(ByteVector a, ByteVector lanes) {
    return swizzle(a, lanes);
  }

  public static ByteVector narrowI16x8S(ByteVector a, ByteVector b) {
    return Widths.lowBytes(
        Lanes.shorts(a).max(MIN_S).min(MAX_S), Lanes.shorts(b).max(MIN_S).min(MAX_S));
  }

  public static ByteVector narrowI16x8U(ByteVector a, ByteVector b) {
    return joinBytes(
        Lanes.bytes(Lanes.shorts(a).max((short) 0).min(MAX_U)),
        Lanes.bytes(Lanes.shorts(b).max((short) 0).min(MAX_U)));
  }

  /**
   * As {@link #narrowI16x8U}, of lanes of which the lower byte counts, whatever the upper one is.
   */
  public static ByteVector joinBytes(ByteVector a, ByteVector b) {
    return joinUnmoved(a, Lanes.bytes(Lanes.ints(b).lanewise(VectorOperators.LSHL, Byte.SIZE)));
  }

  /** As {@link #joinBytes}, but of each lane of {@code b} the upper byte counts. */
  public static ByteVector joinUnmoved(ByteVector a, ByteVector b) {
    ByteVector alternating = V128Vectors.bitselect(a, b, I16x8Vectors.splat(MAX_U));
    return pick(alternating, V128Vectors.of(0x0e0c_0a08_0604_0200L, 0x0f0d_0b09_0705_0301L));
  }

  /** A bit for each lane that the test holds for. */
  public static int bits(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    return (int) a.compare(test, b).toLong();
  }

  private static ByteVector compare(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    VectorMask<Byte> holds = a.compare(test, b);
    return ByteVector.zero(S).blend((byte) -1, holds);
  }
}
