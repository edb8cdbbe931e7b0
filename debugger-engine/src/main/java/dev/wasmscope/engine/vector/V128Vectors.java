package dev.wasmscope.engine.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The instructions {@code v128.*} on Java's vectors: as {@link
 * dev.wasmscope.engine.numeric.V128Ops} and the other classes there, method by method, with vectors
 * of bytes in place of {@link dev.wasmscope.engine.numeric.V128}. To see them as other lanes costs
 * nothing.
 *
 * <p>Arithmetic on numbers with a fraction leaves NaNs with any bits.
 */
public final class V128Vectors {

  private V128Vectors() {}

  // To and from what is no vector.

  /** The vector of two halves. */
  public static ByteVector of(long low, long high) {
    return Lanes.bytes(LongVector.broadcast(LongVector.SPECIES_128, low).withLane(1, high));
  }

  public static ByteVector zero() {
    return ByteVector.zero(ByteVector.SPECIES_128);
  }

  /** Bytes 0 to 7. */
  public static long low(ByteVector a) {
    return Lanes.longs(a).lane(0);
  }

  /** Bytes 8 to 15. */
  public static long high(ByteVector a) {
    return Lanes.longs(a).lane(1);
  }

  // The instructions.

  public static ByteVector not(ByteVector a) {
    return a.lanewise(VectorOperators.NOT);
  }

  public static ByteVector and(ByteVector a, ByteVector b) {
    return a.and(b);
  }

  public static ByteVector or(ByteVector a, ByteVector b) {
    return a.or(b);
  }

  public static ByteVector xor(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.XOR, b);
  }

  public static ByteVector andnot(ByteVector a, ByteVector b) {
    return a.lanewise(VectorOperators.AND_NOT, b);
  }

  /** The bits of {@code a} where the mask is 1, those of {@code b} where it is 0. */
  public static ByteVector bitselect(ByteVector a, ByteVector b, ByteVector mask) {
    ByteVector different = a.lanewise(VectorOperators.XOR, b);
    return b.lanewise(VectorOperators.XOR, different.and(mask));
  }

  public static int anyTrue(ByteVector a) {
    return a.compare(VectorOperators.NE, (byte) 0).anyTrue() ? 1 : 0;
  }

  public static ByteVector load8x8S(long read) {
    return Lanes.bytes(Widths.signedBytes(I64x2Vectors.splat(read)));
  }

  public static ByteVector load8x8U(long read) {
    return Lanes.bytes(Widths.unsignedBytes(I64x2Vectors.splat(read)));
  }

  public static ByteVector load16x4S(long read) {
    return Lanes.bytes(Widths.signedShorts(I64x2Vectors.splat(read)));
  }

  public static ByteVector load16x4U(long read) {
    return Lanes.bytes(Widths.unsignedShorts(I64x2Vectors.splat(read)));
  }

  public static ByteVector load32x2S(long read) {
    return Lanes.bytes(Widths.signedInts(I64x2Vectors.splat(read)));
  }

  public static ByteVector load32x2U(long read) {
    return Lanes.bytes(Widths.unsignedInts(I64x2Vectors.splat(read)));
  }

  public static ByteVector load8Splat(int read) {
    return I8x16Vectors.splat(read);
  }

  public static ByteVector load16Splat(int read) {
    return I16x8Vectors.splat(read);
  }

  public static ByteVector load32Splat(int read) {
    return I32x4Vectors.splat(read);
  }

  public static ByteVector load64Splat(long read) {
    return I64x2Vectors.splat(read);
  }

  public static ByteVector load32Zero(int read) {
    return Lanes.bytes(IntVector.zero(IntVector.SPECIES_128).withLane(0, read));
  }

  public static ByteVector load64Zero(long read) {
    return Lanes.bytes(LongVector.zero(LongVector.SPECIES_128).withLane(0, read));
  }

  public static ByteVector load8Lane(int read, ByteVector a, int lane) {
    return I8x16Vectors.replaceLane(a, read, lane);
  }

  public static ByteVector load16Lane(int read, ByteVector a, int lane) {
    return I16x8Vectors.replaceLane(a, read, lane);
  }

  public static ByteVector load32Lane(int read, ByteVector a, int lane) {
    return I32x4Vectors.replaceLane(a, read, lane);
  }

  public static ByteVector load64Lane(long read, ByteVector a, int lane) {
    return I64x2Vectors.replaceLane(a, read, lane);
  }

  public static int store8Lane(ByteVector a, int lane) {
    return I8x16Vectors.extractLaneS(a, lane);
  }

  public static int store16Lane(ByteVector a, int lane) {
    return I16x8Vectors.extractLaneS(a, lane);
  }

  public static int store32Lane(ByteVector a, int lane) {
    return I32x4Vectors.extractLane(a, lane);
  }

  public static long store64Lane(ByteVector a, int lane) {
    return I64x2Vectors.extractLane(a, lane);
  }
}
