package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/** Lanes made wider, and halves of vectors. */
final class Widths {

  /** The numbers of the two upper lanes of four. */
  private static final long UPPER_INTS = 3L << Integer.SIZE | 2;

  private Widths() {}

  /** The upper half, where the lower one was. */
  static ByteVector high(ByteVector a) {
    IntVector upper = Lanes.ints(V128Vectors.of(UPPER_INTS, UPPER_INTS));
    return Lanes.bytes(upper.selectFrom(Lanes.ints(a)));
  }

  /** The lower byte of each of 16 lanes. */
  static ByteVector lowBytes(ShortVector low, ShortVector high) {
    ByteVector even = V128Vectors.of(0x0e0c_0a08_0604_0200L, 0x1e1c_1a18_1614_1210L);
    return even.selectFrom(Lanes.bytes(low), Lanes.bytes(high));
  }

  /** The lower half of each of eight lanes. */
  static ByteVector lowShorts(IntVector low, IntVector high) {
    ByteVector even = V128Vectors.of(0x0d0c_0908_0504_0100L, 0x1d1c_1918_1514_1110L);
    return even.selectFrom(Lanes.bytes(low), Lanes.bytes(high));
  }

  // The lower half of the lanes.

  static ShortVector signedBytes(ByteVector a) {
    return (ShortVector) a.convertShape(VectorOperators.B2S, ShortVector.SPECIES_128, 0);
  }

  static ShortVector unsignedBytes(ByteVector a) {
    return (ShortVector)
        a.convertShape(VectorOperators.ZERO_EXTEND_B2S, ShortVector.SPECIES_128, 0);
  }

  static IntVector signedShorts(ByteVector a) {
    return (IntVector) Lanes.shorts(a).convertShape(VectorOperators.S2I, IntVector.SPECIES_128, 0);
  }

  static IntVector unsignedShorts(ByteVector a) {
    return (IntVector)
        Lanes.shorts(a).convertShape(VectorOperators.ZERO_EXTEND_S2I, IntVector.SPECIES_128, 0);
  }

  static LongVector signedInts(ByteVector a) {
    return (LongVector) Lanes.ints(a).convertShape(VectorOperators.I2L, LongVector.SPECIES_128, 0);
  }

  static LongVector unsignedInts(ByteVector a) {
    return (LongVector)
        Lanes.ints(a).convertShape(VectorOperators.ZERO_EXTEND_I2L, LongVector.SPECIES_128, 0);
  }
}
