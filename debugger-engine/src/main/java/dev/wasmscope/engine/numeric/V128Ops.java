package dev.wasmscope.engine.numeric;

/**
 * The instructions {@code v128.*}: bitwise logic, and the part of the loads and stores that is
 * pure.
 *
 * <p>A load method takes what was read from memory in place of the address; of an {@code int} only
 * the bits of the access's width count. A store method gives what is to be written, in the low
 * bits.
 */
public final class V128Ops {
  private V128Ops() {}

  public static V128 not(V128 a) {
    return new V128(~a.lo(), ~a.hi());
  }

  public static V128 and(V128 a, V128 b) {
    return new V128(a.lo() & b.lo(), a.hi() & b.hi());
  }

  public static V128 or(V128 a, V128 b) {
    return new V128(a.lo() | b.lo(), a.hi() | b.hi());
  }

  public static V128 xor(V128 a, V128 b) {
    return new V128(a.lo() ^ b.lo(), a.hi() ^ b.hi());
  }

  public static V128 andnot(V128 a, V128 b) {
    return new V128(a.lo() & ~b.lo(), a.hi() & ~b.hi());
  }

  /** The bits of {@code a} where the mask is 1, those of {@code b} where it is 0. */
  public static V128 bitselect(V128 a, V128 b, V128 mask) {
    return new V128(Swar.select(mask.lo(), a.lo(), b.lo()), Swar.select(mask.hi(), a.hi(), b.hi()));
  }

  public static int anyTrue(V128 a) {
    return (a.lo() | a.hi()) != 0 ? 1 : 0;
  }

  public static V128 load8x8S(long read) {
    return I16x8Ops.extendLowI8x16S(new V128(read, 0));
  }

  public static V128 load8x8U(long read) {
    return I16x8Ops.extendLowI8x16U(new V128(read, 0));
  }

  public static V128 load16x4S(long read) {
    return I32x4Ops.extendLowI16x8S(new V128(read, 0));
  }

  public static V128 load16x4U(long read) {
    return I32x4Ops.extendLowI16x8U(new V128(read, 0));
  }

  public static V128 load32x2S(long read) {
    return I64x2Ops.extendLowI32x4S(new V128(read, 0));
  }

  public static V128 load32x2U(long read) {
    return I64x2Ops.extendLowI32x4U(new V128(read, 0));
  }

  public static V128 load8Splat(int read) {
    return I8x16Ops.splat(read);
  }

  public static V128 load16Splat(int read) {
    return I16x8Ops.splat(read);
  }

  public static V128 load32Splat(int read) {
    return I32x4Ops.splat(read);
  }

  public static V128 load64Splat(long read) {
    return I64x2Ops.splat(read);
  }

  public static V128 load32Zero(int read) {
    return new V128(Integer.toUnsignedLong(read), 0);
  }

  public static V128 load64Zero(long read) {
    return new V128(read, 0);
  }

  public static V128 load8Lane(int read, V128 a, int lane) {
    return a.withI8(lane, read);
  }

  public static V128 load16Lane(int read, V128 a, int lane) {
    return a.withI16(lane, read);
  }

  public static V128 load32Lane(int read, V128 a, int lane) {
    return a.withI32(lane, read);
  }

  public static V128 load64Lane(long read, V128 a, int lane) {
    return a.withI64(lane, read);
  }

  public static int store8Lane(V128 a, int lane) {
    return a.i8(lane);
  }

  public static int store16Lane(V128 a, int lane) {
    return a.i16(lane);
  }

  public static int store32Lane(V128 a, int lane) {
    return a.i32(lane);
  }

  public static long store64Lane(V128 a, int lane) {
    return a.i64(lane);
  }
}
