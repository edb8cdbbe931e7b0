package dev.wasmscope.engine.numeric;

/** The instructions {@code i8x16.*}: sixteen integer lanes of 8 bits. */
public final class I8x16Ops {
  private static final long SIGNS = Swar.SIGNS_8;
  private static final V128 MAX_S = I16x8Ops.splat(0x7f);
  private static final V128 MIN_S = I16x8Ops.splat(-0x80);
  private static final V128 MAX_U = I16x8Ops.splat(0xff);

  private I8x16Ops() {}

  public static V128 splat(int a) {
    long half = Swar.splat(a, SIGNS);
    return new V128(half, half);
  }

  public static int extractLaneS(V128 a, int lane) {
    return a.i8(lane);
  }

  public static int extractLaneU(V128 a, int lane) {
    return Byte.toUnsignedInt((byte) a.i8(lane));
  }

  public static V128 replaceLane(V128 a, int value, int lane) {
    return a.withI8(lane, value);
  }

  public static V128 eq(V128 a, V128 b) {
    return new V128(Swar.eq(a.lo(), b.lo(), SIGNS), Swar.eq(a.hi(), b.hi(), SIGNS));
  }

  public static V128 ne(V128 a, V128 b) {
    return new V128(~Swar.eq(a.lo(), b.lo(), SIGNS), ~Swar.eq(a.hi(), b.hi(), SIGNS));
  }

  public static V128 ltS(V128 a, V128 b) {
    return new V128(Swar.ltS(a.lo(), b.lo(), SIGNS), Swar.ltS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 ltU(V128 a, V128 b) {
    return new V128(Swar.ltU(a.lo(), b.lo(), SIGNS), Swar.ltU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 gtS(V128 a, V128 b) {
    return ltS(b, a);
  }

  public static V128 gtU(V128 a, V128 b) {
    return ltU(b, a);
  }

  public static V128 leS(V128 a, V128 b) {
    return new V128(~Swar.ltS(b.lo(), a.lo(), SIGNS), ~Swar.ltS(b.hi(), a.hi(), SIGNS));
  }

  public static V128 leU(V128 a, V128 b) {
    return new V128(~Swar.ltU(b.lo(), a.lo(), SIGNS), ~Swar.ltU(b.hi(), a.hi(), SIGNS));
  }

  public static V128 geS(V128 a, V128 b) {
    return leS(b, a);
  }

  public static V128 geU(V128 a, V128 b) {
    return leU(b, a);
  }

  public static V128 abs(V128 a) {
    return new V128(Swar.abs(a.lo(), SIGNS), Swar.abs(a.hi(), SIGNS));
  }

  public static V128 neg(V128 a) {
    return new V128(Swar.sub(0, a.lo(), SIGNS), Swar.sub(0, a.hi(), SIGNS));
  }

  public static int allTrue(V128 a) {
    long flags = Swar.nonZero(a.lo(), SIGNS) & Swar.nonZero(a.hi(), SIGNS);
    return flags == SIGNS ? 1 : 0;
  }

  public static int bitmask(V128 a) {
    return Swar.bits(a.lo(), SIGNS) | (Swar.bits(a.hi(), SIGNS) << 8);
  }

  public static V128 shl(V128 a, int count) {
    return new V128(Swar.shl(a.lo(), count, SIGNS), Swar.shl(a.hi(), count, SIGNS));
  }

  public static V128 shrS(V128 a, int count) {
    return new V128(Swar.shrS(a.lo(), count, SIGNS), Swar.shrS(a.hi(), count, SIGNS));
  }

  public static V128 shrU(V128 a, int count) {
    return new V128(Swar.shrU(a.lo(), count, SIGNS), Swar.shrU(a.hi(), count, SIGNS));
  }

  public static V128 add(V128 a, V128 b) {
    return new V128(Swar.add(a.lo(), b.lo(), SIGNS), Swar.add(a.hi(), b.hi(), SIGNS));
  }

  public static V128 sub(V128 a, V128 b) {
    return new V128(Swar.sub(a.lo(), b.lo(), SIGNS), Swar.sub(a.hi(), b.hi(), SIGNS));
  }

  public static V128 addSatS(V128 a, V128 b) {
    return new V128(Swar.addSatS(a.lo(), b.lo(), SIGNS), Swar.addSatS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 addSatU(V128 a, V128 b) {
    return new V128(Swar.addSatU(a.lo(), b.lo(), SIGNS), Swar.addSatU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 subSatS(V128 a, V128 b) {
    return new V128(Swar.subSatS(a.lo(), b.lo(), SIGNS), Swar.subSatS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 subSatU(V128 a, V128 b) {
    return new V128(Swar.subSatU(a.lo(), b.lo(), SIGNS), Swar.subSatU(a.hi(), b.hi(), SIGNS));
  }

  /** The average of each pair of lanes, rounded up. */
  public static V128 avgrU(V128 a, V128 b) {
    return new V128(Swar.avgrU(a.lo(), b.lo(), SIGNS), Swar.avgrU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 minS(V128 a, V128 b) {
    return new V128(Swar.minS(a.lo(), b.lo(), SIGNS), Swar.minS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 minU(V128 a, V128 b) {
    return new V128(Swar.minU(a.lo(), b.lo(), SIGNS), Swar.minU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 maxS(V128 a, V128 b) {
    return new V128(Swar.maxS(a.lo(), b.lo(), SIGNS), Swar.maxS(a.hi(), b.hi(), SIGNS));
  }

  public static V128 maxU(V128 a, V128 b) {
    return new V128(Swar.maxU(a.lo(), b.lo(), SIGNS), Swar.maxU(a.hi(), b.hi(), SIGNS));
  }

  public static V128 popcnt(V128 a) {
    return new V128(popcnt(a.lo()), popcnt(a.hi()));
  }

  /**
   * Picks each lane from the 32 lanes of both operands; the immediate holds sixteen lane numbers.
   */
  public static V128 shuffle(V128 a, V128 b, V128 lanes) {
    return new V128(shuffle(a, b, lanes.lo()), shuffle(a, b, lanes.hi()));
  }

  /** Picks each lane from those of {@code a}; a lane number of 16 or more gives 0. */
  public static V128 swizzle(V128 a, V128 lanes) {
    return new V128(swizzle(a, lanes.lo()), swizzle(a, lanes.hi()));
  }

  /** The regular {@code swizzle}, as in the deterministic profile. */
  public static V128 relaxedSwizzle(V128 a, V128 lanes) {
    return swizzle(a, lanes);
  }

  /** The regular {@code v128.bitselect}, as in the deterministic profile. */
  public static V128 relaxedLaneselect(V128 a, V128 b, V128 mask) {
    return V128Ops.bitselect(a, b, mask);
  }

  public static V128 narrowI16x8S(V128 a, V128 b) {
    return new V128(narrowS(a), narrowS(b));
  }

  public static V128 narrowI16x8U(V128 a, V128 b) {
    return new V128(narrowU(a), narrowU(b));
  }

  private static long popcnt(long a) {
    long pairs = a - ((a >>> 1) & 0x5555_5555_5555_5555L);
    long nibbles = (pairs & 0x3333_3333_3333_3333L) + ((pairs >>> 2) & 0x3333_3333_3333_3333L);
    return (nibbles + (nibbles >>> 4)) & 0x0f0f_0f0f_0f0f_0f0fL;
  }

  private static long shuffle(V128 a, V128 b, long lanes) {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int lane = (int) (lanes >>> shift) & 31;
      bits |= ((lane < 16 ? a : b).i8(lane & 15) & 0xffL) << shift;
    }
    return bits;
  }

  private static long swizzle(V128 a, long lanes) {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int lane = (int) (lanes >>> shift) & 0xff;
      if (lane < 16) {
        bits |= (a.i8(lane) & 0xffL) << shift;
      }
    }
    return bits;
  }

  private static long narrowS(V128 wide) {
    return pack(I16x8Ops.maxS(I16x8Ops.minS(wide, MAX_S), MIN_S));
  }

  private static long narrowU(V128 wide) {
    return pack(I16x8Ops.maxS(I16x8Ops.minS(wide, MAX_U), V128.ZERO));
  }

  private static long pack(V128 wide) {
    return Swar.narrow16(wide.lo()) | (Swar.narrow16(wide.hi()) << 32);
  }
}
