package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/** Lanes made wider, and halves of vectors. */
final class Widths {

  private Widths() {}

  /** The upper half, where the lower one was. */
  static ByteVector high(ByteVector a) {
    LongVector halves = Lanes.longs(a);
    return Lanes.bytes(LongVector.broadcast(LongVector.SPECIES_128, halves.lane(1)));
  }

  /** The lower halves of two vectors. */
  static ByteVector join(ByteVector low, ByteVector high) {
    return Lanes.bytes(Lanes.longs(low).withLane(1, Lanes.longs(high).lane(0)));
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
