package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/** Lanes made wider, and halves of vectors. */
final class Widths {

  /** The numbers of the upper lanes. */
  private static final long UPPER = 0x0f0e_0d0c_0b0a_0908L;

  private Widths() {}

  /** The upper half, where the lower one was. */
  static ByteVector high(ByteVector a) {
    return pick(a, UPPER, UPPER);
  }

  /** The lower byte of each of 16 lanes. */
  static ByteVector lowBytes(ShortVector low, ShortVector high) {
    return join(Lanes.bytes(low), Lanes.bytes(high), 0x0e0c_0a08_0604_0200L);
  }

  /** The lower half of each of eight lanes. */
  static ByteVector lowShorts(IntVector low, IntVector high) {
    return join(Lanes.bytes(low), Lanes.bytes(high), 0x0d0c_0908_0504_0100L);
  }

  /** The lanes of one and those of the other whose bytes have these numbers. */
  private static ByteVector join(ByteVector low, ByteVector high, long lanes) {
    return I8x16Vectors.pickBoth(low, high, V128Vectors.of(lanes, lanes), V128Vectors.of(-1, 0));
  }

  // Half of the lanes.

  static ShortVector signedBytes(ByteVector a) {
    return (ShortVector) a.convertShape(VectorOperators.B2S, ShortVector.SPECIES_128, 0);
  }

  static ShortVector unsignedBytes(ByteVector a) {
    return (ShortVector)
        a.convertShape(VectorOperators.ZERO_EXTEND_B2S, ShortVector.SPECIES_128, 0);
  }

  static ShortVector unsignedHighBytes(ByteVector a) {
    return Lanes.shorts(pick(a, 0x0b0b_0a0a_0909_0808L, 0x0f0f_0e0e_0d0d_0c0cL)).and((short) 0xff);
  }

  static IntVector signedShorts(ByteVector a) {
    return (IntVector) Lanes.shorts(a).convertShape(VectorOperators.S2I, IntVector.SPECIES_128, 0);
  }

  static IntVector signedHighShorts(ByteVector a) {
    return highShorts(a).lanewise(VectorOperators.ASHR, Short.SIZE);
  }

  static IntVector unsignedShorts(ByteVector a) {
    return (IntVector)
        Lanes.shorts(a).convertShape(VectorOperators.ZERO_EXTEND_S2I, IntVector.SPECIES_128, 0);
  }

  static IntVector unsignedHighShorts(ByteVector a) {
    return highShorts(a).lanewise(VectorOperators.LSHR, Short.SIZE);
  }

  private static IntVector highShorts(ByteVector a) {
    return Lanes.ints(pick(a, 0x0b0a_0b0a_0908_0908L, 0x0f0e_0f0e_0d0c_0d0cL));
  }

  static LongVector signedInts(ByteVector a) {
    return (LongVector) Lanes.ints(a).convertShape(VectorOperators.I2L, LongVector.SPECIES_128, 0);
  }

  static LongVector unsignedInts(ByteVector a) {
    return (LongVector)
        Lanes.ints(a).convertShape(VectorOperators.ZERO_EXTEND_I2L, LongVector.SPECIES_128, 0);
  }

  static LongVector unsignedHighInts(ByteVector a) {
    return Lanes.longs(pick(a, 0x0b0a_0908_0b0a_0908L, 0x0f0e_0d0c_0f0e_0d0cL))
        .lanewise(VectorOperators.LSHR, Integer.SIZE);
  }

  private static ByteVector pick(ByteVector a, long low, long high) {
    return I8x16Vectors.pick(a, V128Vectors.of(low, high));
  }
}
