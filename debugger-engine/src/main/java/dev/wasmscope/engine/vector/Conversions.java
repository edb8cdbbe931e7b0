package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Conversions between numbers with a fraction and integers; Java has signed ones only. */
final class Conversions {

  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_128;
  private static final int SIGN = Integer.MIN_VALUE;
  private static final float HALF_RANGE = 0x1p31f;

  /** 2⁵²: the bits of a double from here on are those of an integer, and these. */
  private static final double WHOLE = 0x1p52;

  private Conversions() {}

  /** Saturates; 0 for NaNs. */
  static IntVector toSigned(FloatVector a) {
    return (IntVector) a.convertShape(VectorOperators.F2I, INTS, 0);
  }

  /** Saturates; 0 for NaNs. What is too large for Java is converted less 2³¹. */
  static IntVector toUnsigned(FloatVector a) {
    VectorMask<Integer> large = a.compare(VectorOperators.GE, HALF_RANGE).cast(INTS);
    IntVector rest = toSigned(a.sub(HALF_RANGE)).lanewise(VectorOperators.XOR, SIGN);
    return toSigned(a).max(0).blend(rest, large);
  }

  /** Saturates; 0 for NaNs, and in the upper half. */
  static IntVector toSigned(DoubleVector a) {
    return (IntVector) a.convertShape(VectorOperators.D2I, INTS, 0);
  }

  /** Saturates; 0 for NaNs, and in the upper half. */
  static IntVector toUnsigned(DoubleVector a) {
    DoubleVector whole = Lanes.doubles(F64x2Vectors.trunc(Lanes.bytes(a)));
    DoubleVector positive =
        DoubleVector.zero(DoubleVector.SPECIES_128)
            .blend(whole, whole.compare(VectorOperators.GT, 0));
    LongVector signs = LongVector.zero(LongVector.SPECIES_128).withLane(0, 0x8000_0000_8000_0000L);
    return toSigned(positive.sub(HALF_RANGE))
        .lanewise(VectorOperators.XOR, Lanes.ints(Lanes.bytes(signs)));
  }

  static FloatVector ofSigned(IntVector a) {
    return (FloatVector) a.convertShape(VectorOperators.I2F, FloatVector.SPECIES_128, 0);
  }

  /** Both halves of each lane are exact: only their sum is rounded. */
  static FloatVector ofUnsigned(IntVector a) {
    FloatVector high = ofSigned(a.lanewise(VectorOperators.LSHR, Short.SIZE)).mul(0x1p16f);
    return high.add(ofSigned(a.and(0xffff)));
  }

  /** The two lanes of the lower half. */
  static DoubleVector ofUnsignedLow(ByteVector a) {
    LongVector bits = Widths.unsignedInts(a).or(Double.doubleToRawLongBits(WHOLE));
    return Lanes.doubles(Lanes.bytes(bits)).sub(WHOLE);
  }
}
