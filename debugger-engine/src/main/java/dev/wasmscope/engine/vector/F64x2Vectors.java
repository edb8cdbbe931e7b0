package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The instructions {@code f64x2.*} on Java's vectors, see {@link V128Vectors}. */
public final class F64x2Vectors {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_128;

  private static final long SIGN = Long.MIN_VALUE;

  /** From here on all numbers are whole. */
  private static final double WHOLE = 0x1p52;

  private F64x2Vectors() {}

  public static ByteVector splat(double a) {
    return Lanes.bytes(DoubleVector.broadcast(S, a));
  }

  public static double extractLane(ByteVector a, int lane) {
    return Lanes.doubles(a).lane(lane);
  }

  public static ByteVector replaceLane(ByteVector a, double value, int lane) {
    return Lanes.bytes(Lanes.doubles(a).withLane(lane, value));
  }

  public static ByteVector eq(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.EQ);
  }

  public static ByteVector ne(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.NE);
  }

  public static ByteVector lt(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.LT);
  }

  public static ByteVector gt(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.GT);
  }

  public static ByteVector le(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.LE);
  }

  public static ByteVector ge(ByteVector a, ByteVector b) {
    return compare(a, b, VectorOperators.GE);
  }

  public static ByteVector abs(ByteVector a) {
    return Lanes.bytes(Lanes.longs(a).and(~SIGN));
  }

  public static ByteVector neg(ByteVector a) {
    return Lanes.bytes(Lanes.longs(a).lanewise(VectorOperators.XOR, SIGN));
  }

  public static ByteVector sqrt(ByteVector a) {
    return Lanes.bytes(Lanes.doubles(a).lanewise(VectorOperators.SQRT));
  }

  public static ByteVector ceil(ByteVector a) {
    DoubleVector x = Lanes.doubles(a);
    DoubleVector near = near(x);
    return Lanes.bytes(signed(near.add(1, near.lt(x)), x));
  }

  public static ByteVector floor(ByteVector a) {
    DoubleVector x = Lanes.doubles(a);
    DoubleVector near = near(x);
    return Lanes.bytes(signed(near.sub(1, x.lt(near)), x));
  }

  public static ByteVector trunc(ByteVector a) {
    DoubleVector x = Lanes.doubles(a);
    DoubleVector size = x.abs();
    DoubleVector near = near(size);
    return Lanes.bytes(signed(near.sub(1, size.lt(near)), x));
  }

  public static ByteVector nearest(ByteVector a) {
    DoubleVector x = Lanes.doubles(a);
    return Lanes.bytes(signed(near(x), x));
  }

  public static ByteVector add(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.doubles(a).lanewise(VectorOperators.ADD, Lanes.doubles(b)));
  }

  public static ByteVector sub(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.doubles(a).lanewise(VectorOperators.SUB, Lanes.doubles(b)));
  }

  public static ByteVector mul(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.doubles(a).lanewise(VectorOperators.MUL, Lanes.doubles(b)));
  }

  public static ByteVector div(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.doubles(a).lanewise(VectorOperators.DIV, Lanes.doubles(b)));
  }

  public static ByteVector min(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.doubles(a).lanewise(VectorOperators.MIN, Lanes.doubles(b)));
  }

  public static ByteVector max(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.doubles(a).lanewise(VectorOperators.MAX, Lanes.doubles(b)));
  }

  /** {@code b < a ? b : a} for each lane, bit for bit. */
  public static ByteVector pmin(ByteVector a, ByteVector b) {
    return Lanes.bytes(
        Lanes.doubles(a).blend(Lanes.doubles(b), Lanes.doubles(b).lt(Lanes.doubles(a))));
  }

  /** {@code a < b ? b : a} for each lane, bit for bit. */
  public static ByteVector pmax(ByteVector a, ByteVector b) {
    return Lanes.bytes(
        Lanes.doubles(a).blend(Lanes.doubles(b), Lanes.doubles(a).lt(Lanes.doubles(b))));
  }

  /** {@code a * b + c}, rounded twice, as in the deterministic profile. */
  public static ByteVector relaxedMadd(ByteVector a, ByteVector b, ByteVector c) {
    return add(mul(a, b), c);
  }

  /** {@code -(a * b) + c}, rounded twice, as in the deterministic profile. */
  public static ByteVector relaxedNmadd(ByteVector a, ByteVector b, ByteVector c) {
    return add(mul(neg(a), b), c);
  }

  public static ByteVector relaxedMin(ByteVector a, ByteVector b) {
    return min(a, b);
  }

  public static ByteVector relaxedMax(ByteVector a, ByteVector b) {
    return max(a, b);
  }

  public static ByteVector convertLowI32x4S(ByteVector a) {
    return Lanes.bytes(((DoubleVector) Lanes.ints(a).convertShape(VectorOperators.I2D, S, 0)));
  }

  public static ByteVector convertLowI32x4U(ByteVector a) {
    return Lanes.bytes(Conversions.ofUnsignedLow(a));
  }

  public static ByteVector promoteLowF32x4(ByteVector a) {
    return Lanes.bytes(((DoubleVector) Lanes.floats(a).convertShape(VectorOperators.F2D, S, 0)));
  }

  /**
   * The value; of NaNs the positive canonical one. Who needs the value does not wait for the test.
   */
  public static ByteVector canonical(ByteVector a) {
    DoubleVector x = Lanes.doubles(a);
    return x.compare(VectorOperators.NE, x).anyTrue() ? canonicalInStrip(a) : a;
  }

  /** As {@link #canonical}, where nobody needs the value soon but much is to be done. */
  public static ByteVector canonicalInStrip(ByteVector a) {
    DoubleVector x = Lanes.doubles(a);
    return Lanes.bytes(x.blend(Double.NaN, x.compare(VectorOperators.NE, x)));
  }

  /** The nearest whole number, even where two are; its sign is right unless it is 0. */
  private static DoubleVector near(DoubleVector x) {
    DoubleVector shift = signed(DoubleVector.broadcast(S, WHOLE), x);
    return x.blend(x.add(shift).sub(shift), x.abs().lt(WHOLE));
  }

  /** The size of {@code value} with the sign of {@code x}. */
  private static DoubleVector signed(DoubleVector value, DoubleVector x) {
    LongVector size = Lanes.longs(Lanes.bytes(value)).and(~SIGN);
    LongVector sign = Lanes.longs(Lanes.bytes(x)).and(SIGN);
    return Lanes.doubles(Lanes.bytes(size.or(sign)));
  }

  /** A bit for each lane that the test holds for. */
  public static int bits(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    return (int) Lanes.doubles(a).compare(test, Lanes.doubles(b)).toLong();
  }

  private static ByteVector compare(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    VectorMask<Long> holds =
        Lanes.doubles(a).compare(test, Lanes.doubles(b)).cast(LongVector.SPECIES_128);
    return Lanes.bytes(LongVector.zero(LongVector.SPECIES_128).blend(-1, holds));
  }
}
