package dev.wasmscope.engine.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;

/**
 * What nearly every instruction does with vectors: to see them as other lanes, which costs nothing
 * in the end, and to move them from and to memory. HotSpot has to look through many methods for it;
 * where it may, {@link VectorClasses} loads the class of {@link LanesAssembler} in the place of
 * this one.
 */
public final class Lanes {

  @SuppressWarnings("restricted") // addresses come from memories and are within them
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private Lanes() {}

  /** Reads at a machine address that has been checked. */
  public static ByteVector load(long address) {
    return ByteVector.fromMemorySegment(
        ByteVector.SPECIES_128, ALL, address, ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes at a machine address that has been checked. */
  public static void store(long address, ByteVector a) {
    a.intoMemorySegment(ALL, address, ByteOrder.LITTLE_ENDIAN);
  }

  public static ShortVector shorts(ByteVector a) {
    return a.reinterpretAsShorts();
  }

  public static IntVector ints(ByteVector a) {
    return a.reinterpretAsInts();
  }

  public static LongVector longs(ByteVector a) {
    return a.reinterpretAsLongs();
  }

  public static FloatVector floats(ByteVector a) {
    return a.reinterpretAsFloats();
  }

  public static DoubleVector doubles(ByteVector a) {
    return a.reinterpretAsDoubles();
  }

  public static ByteVector bytes(ShortVector a) {
    return a.reinterpretAsBytes();
  }

  public static ByteVector bytes(IntVector a) {
    return a.reinterpretAsBytes();
  }

  public static ByteVector bytes(LongVector a) {
    return a.reinterpretAsBytes();
  }

  public static ByteVector bytes(FloatVector a) {
    return a.reinterpretAsBytes();
  }

  public static ByteVector bytes(DoubleVector a) {
    return a.reinterpretAsBytes();
  }
}
