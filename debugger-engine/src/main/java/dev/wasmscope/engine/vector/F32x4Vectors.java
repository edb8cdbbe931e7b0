package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The instructions {@code f32x4.*} on Java's vectors, see {@link V128Vectors}. */
public final class F32x4Vectors {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_128;

  private static final int SIGN = Integer.MIN_VALUE;

  /** From here on all numbers are whole. */
  private static final float WHOLE = 0x1p23f;

  private F32x4Vectors() {}

  public static ByteVector splat(float a) {
    return Lanes.bytes(FloatVector.broadcast(S, a));
  }

  public static float extractLane(ByteVector a, int lane) {
    return Lanes.floats(a).lane(lane);
  }

  public static ByteVector replaceLane(ByteVector a, float value, int lane) {
    return Lanes.bytes(Lanes.floats(a).withLane(lane, value));
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
    return Lanes.bytes(Lanes.ints(a).and(~SIGN));
  }

  public static ByteVector neg(ByteVector a) {
    return Lanes.bytes(Lanes.ints(a).lanewise(VectorOperators.XOR, SIGN));
  }

  public static ByteVector sqrt(ByteVector a) {
    return Lanes.bytes(Lanes.floats(a).lanewise(VectorOperators.SQRT));
  }

  public static ByteVector ceil(ByteVector a) {
    FloatVector x = Lanes.floats(a);
    FloatVector near = near(x);
    return Lanes.bytes(signed(near.add(1, near.lt(x)), x));
  }

  public static ByteVector floor(ByteVector a) {
    FloatVector x = Lanes.floats(a);
    FloatVector near = near(x);
    return Lanes.bytes(signed(near.sub(1, x.lt(near)), x));
  }

  public static ByteVector trunc(ByteVector a) {
    FloatVector x = Lanes.floats(a);
    FloatVector size = x.abs();
    FloatVector near = near(size);
    return Lanes.bytes(signed(near.sub(1, size.lt(near)), x));
  }

  public static ByteVector nearest(ByteVector a) {
    FloatVector x = Lanes.floats(a);
    return Lanes.bytes(signed(near(x), x));
  }

  public static ByteVector add(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.floats(a).lanewise(VectorOperators.ADD, Lanes.floats(b)));
  }

  public static ByteVector sub(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.floats(a).lanewise(VectorOperators.SUB, Lanes.floats(b)));
  }

  public static ByteVector mul(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.floats(a).lanewise(VectorOperators.MUL, Lanes.floats(b)));
  }

  public static ByteVector div(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.floats(a).lanewise(VectorOperators.DIV, Lanes.floats(b)));
  }

  public static ByteVector min(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.floats(a).lanewise(VectorOperators.MIN, Lanes.floats(b)));
  }

  public static ByteVector max(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.floats(a).lanewise(VectorOperators.MAX, Lanes.floats(b)));
  }

  /** {@code b < a ? b : a} for each lane, bit for bit. */
  public static ByteVector pmin(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.floats(a).blend(Lanes.floats(b), Lanes.floats(b).lt(Lanes.floats(a))));
  }

  /** {@code a < b ? b : a} for each lane, bit for bit. */
  public static ByteVector pmax(ByteVector a, ByteVector b) {
    return Lanes.bytes(Lanes.floats(a).blend(Lanes.floats(b), Lanes.floats(a).lt(Lanes.floats(b))));
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

  public static ByteVector convertI32x4S(ByteVector a) {
    return Lanes.bytes(Conversions.ofSigned(Lanes.ints(a)));
  }

  public static ByteVector convertI32x4U(ByteVector a) {
    return Lanes.bytes(Conversions.ofUnsigned(Lanes.ints(a)));
  }

  public static ByteVector demoteF64x2Zero(ByteVector a) {
    return Lanes.bytes(((FloatVector) Lanes.doubles(a).convertShape(VectorOperators.D2F, S, 0)));
  }

  /**
   * The value; of NaNs the positive canonical one. Who needs the value does not wait for the test.
   */
  public static ByteVector canonical(ByteVector a) {
    FloatVector x = Lanes.floats(a);
    return x.compare(VectorOperators.NE, x).anyTrue() ? canonicalInStrip(a) : a;
  }

  /** As {@link #canonical}, where nobody needs the value soon but much is to be done. */
  public static ByteVector canonicalInStrip(ByteVector a) {
    FloatVector x = Lanes.floats(a);
    return Lanes.bytes(x.blend(Float.NaN, x.compare(VectorOperators.NE, x)));
  }

  /** The nearest whole number, even where two are; its sign is right unless it is 0. */
  private static FloatVector near(FloatVector x) {
    FloatVector shift = signed(FloatVector.broadcast(S, WHOLE), x);
    return x.blend(x.add(shift).sub(shift), x.abs().lt(WHOLE));
  }

  /** The size of {@code value} with the sign of {@code x}. */
  private static FloatVector signed(FloatVector value, FloatVector x) {
    IntVector size = Lanes.ints(Lanes.bytes(value)).and(~SIGN);
    IntVector sign = Lanes.ints(Lanes.bytes(x)).and(SIGN);
    return Lanes.floats(Lanes.bytes(size.or(sign)));
  }

  /** A bit for each lane that the test holds for. */
  public static int bits(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    return (int) Lanes.floats(a).compare(test, Lanes.floats(b)).toLong();
  }

  private static ByteVector compare(ByteVector a, ByteVector b, VectorOperators.Comparison test) {
    VectorMask<Integer> holds =
        Lanes.floats(a).compare(test, Lanes.floats(b)).cast(IntVector.SPECIES_128);
    return Lanes.bytes(IntVector.zero(IntVector.SPECIES_128).blend(-1, holds));
  }
}
