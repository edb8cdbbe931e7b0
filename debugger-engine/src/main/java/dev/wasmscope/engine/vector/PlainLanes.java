package dev.wasmscope.engine.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;

/** What {@link Lanes} does, as {@code VectorSupport} calls it until HotSpot compiles. */
final class PlainLanes {

  @SuppressWarnings("restricted") // addresses come from memories and are within them
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private PlainLanes() {}

  static ByteVector load(Object nothing, long address, Object species) {
    return ByteVector.fromMemorySegment(
        ByteVector.SPECIES_128, ALL, address, ByteOrder.LITTLE_ENDIAN);
  }

  static void store(Object nothing, long address, Object vector) {
    ((ByteVector) vector).intoMemorySegment(ALL, address, ByteOrder.LITTLE_ENDIAN);
  }

  static ByteVector bytes(Object vector, Object species) {
    return ((Vector<?>) vector).reinterpretAsBytes();
  }

  static ShortVector shorts(Object vector, Object species) {
    return ((Vector<?>) vector).reinterpretAsShorts();
  }

  static IntVector ints(Object vector, Object species) {
    return ((Vector<?>) vector).reinterpretAsInts();
  }

  static LongVector longs(Object vector, Object species) {
    return ((Vector<?>) vector).reinterpretAsLongs();
  }

  static FloatVector floats(Object vector, Object species) {
    return ((Vector<?>) vector).reinterpretAsFloats();
  }

  static DoubleVector doubles(Object vector, Object species) {
    return ((Vector<?>) vector).reinterpretAsDoubles();
  }
}
