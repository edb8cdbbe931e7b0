package dev.wasmscope.engine.numeric;

/**
 * Integer lanes of 8, 16 or 32 bits within a {@code long}, all computed at once.
 *
 * <p>The width of the lanes is given by {@code signs}, the mask of every lane's highest bit: a
 * constant at each call, so that HotSpot folds what is derived from it. A <em>mask</em> has every
 * bit of a lane set or none; <em>flags</em> have at most the highest bit of each lane set.
 */
final class Swar {
  static final long SIGNS_8 = 0x8080_8080_8080_8080L;
  static final long SIGNS_16 = 0x8000_8000_8000_8000L;
  static final long SIGNS_32 = 0x8000_0000_8000_0000L;

  private Swar() {}

  static long add(long a, long b, long signs) {
    return ((a & ~signs) + (b & ~signs)) ^ ((a ^ b) & signs);
  }

  static long sub(long a, long b, long signs) {
    return ((a | signs) - (b & ~signs)) ^ ((a ^ ~b) & signs);
  }

  /** The product of each pair of 16-bit lanes, modulo 2¹⁶. */
  static long mul16(long a, long b) {
    long lane0 = (a * b) & 0xffff;
    long lane1 = ((a >>> 16) * (b >>> 16)) & 0xffff;
    long lane2 = ((a >>> 32) * (b >>> 32)) & 0xffff;
    long lane3 = (a >>> 48) * (b >>> 48);
    return lane0 | (lane1 << 16) | (lane2 << 32) | (lane3 << 48);
  }

  /** The product of each pair of 32-bit lanes, modulo 2³². */
  static long mul32(long a, long b) {
    return ((a * b) & 0xffff_ffffL) | (((a >>> 32) * (b >>> 32)) << 32);
  }

  /** The mask of the lanes whose flag is set. */
  static long mask(long flags, long signs) {
    return (flags - (flags >>> (width(signs) - 1))) | flags;
  }

  static long select(long mask, long a, long b) {
    return (a & mask) | (b & ~mask);
  }

  /** Flags the lanes that are not zero. */
  static long nonZero(long a, long signs) {
    return (((a & ~signs) + ~signs) | a) & signs;
  }

  static long eq(long a, long b, long signs) {
    return mask(~nonZero(a ^ b, signs) & signs, signs);
  }

  static long ltU(long a, long b, long signs) {
    return mask(borrow(a, b, signs), signs);
  }

  static long ltS(long a, long b, long signs) {
    return ltU(a ^ signs, b ^ signs, signs);
  }

  static long minU(long a, long b, long signs) {
    return select(ltU(a, b, signs), a, b);
  }

  static long minS(long a, long b, long signs) {
    return select(ltS(a, b, signs), a, b);
  }

  static long maxU(long a, long b, long signs) {
    return select(ltU(a, b, signs), b, a);
  }

  static long maxS(long a, long b, long signs) {
    return select(ltS(a, b, signs), b, a);
  }

  static long abs(long a, long signs) {
    long negative = mask(a & signs, signs);
    return sub(a ^ negative, negative, signs);
  }

  /** The average of each pair of unsigned lanes, rounded up. */
  static long avgrU(long a, long b, long signs) {
    return (a | b) - (((a ^ b) >>> 1) & ~signs);
  }

  static long addSatU(long a, long b, long signs) {
    long sum = add(a, b, signs);
    long carry = ((a & b) | ((a | b) & ~sum)) & signs;
    return sum | mask(carry, signs);
  }

  static long subSatU(long a, long b, long signs) {
    return sub(a, b, signs) & ~ltU(a, b, signs);
  }

  static long addSatS(long a, long b, long signs) {
    long sum = add(a, b, signs);
    long overflow = (a ^ sum) & (b ^ sum) & signs;
    return select(mask(overflow, signs), bound(a, signs), sum);
  }

  static long subSatS(long a, long b, long signs) {
    long difference = sub(a, b, signs);
    long overflow = (a ^ b) & (a ^ difference) & signs;
    return select(mask(overflow, signs), bound(a, signs), difference);
  }

  static long shl(long a, int count, long signs) {
    int n = count & (width(signs) - 1);
    return (a & broadcast(-1L >>> (Long.SIZE - width(signs) + n), signs)) << n;
  }

  static long shrU(long a, int count, long signs) {
    int n = count & (width(signs) - 1);
    return (a >>> n) & broadcast(-1L >>> (Long.SIZE - width(signs) + n), signs);
  }

  static long shrS(long a, int count, long signs) {
    int n = count & (width(signs) - 1);
    long sign = signs >>> n;
    return sub(shrU(a, n, signs) ^ sign, sign, signs);
  }

  /** Every lane set to the low bits of {@code a}. */
  static long splat(long a, long signs) {
    return broadcast(a & (-1L >>> (Long.SIZE - width(signs))), signs);
  }

  /** The flags of all lanes as adjacent bits, lane 0 lowest. */
  static int bits(long a, long signs) {
    return (int) Long.compress(a, signs);
  }

  /** The low four of eight 8-bit lanes, each zero-extended to 16 bits. */
  static long widen8(long a) {
    long spread = widen16(a);
    return (spread | (spread << 8)) & 0x00ff_00ff_00ff_00ffL;
  }

  /** The low two of four 16-bit lanes, each zero-extended to 32 bits. */
  static long widen16(long a) {
    long low = a & 0xffff_ffffL;
    return (low | (low << 16)) & 0x0000_ffff_0000_ffffL;
  }

  /** The low 8 bits of each of four 16-bit lanes, side by side in 32 bits. */
  static long narrow16(long a) {
    long low = a & 0x00ff_00ff_00ff_00ffL;
    return narrow32(low | (low >>> 8));
  }

  /** The low 16 bits of each of two 32-bit lanes, side by side in 32 bits. */
  static long narrow32(long a) {
    long low = a & 0x0000_ffff_0000_ffffL;
    return (low | (low >>> 16)) & 0xffff_ffffL;
  }

  /** Sign-extends each lane from its lower half. */
  static long signExtendHalves(long a, long signs) {
    long halfSigns = signs >>> (width(signs) / 2);
    long low = a & ((halfSigns << 1) - (signs >>> (width(signs) - 1)));
    return sub(low ^ halfSigns, halfSigns, signs);
  }

  private static int width(long signs) {
    return Long.numberOfTrailingZeros(signs) + 1;
  }

  /** Repeats a value that fits a lane. */
  private static long broadcast(long lane, long signs) {
    return lane * (signs >>> (width(signs) - 1));
  }

  private static long borrow(long a, long b, long signs) {
    return ((~a & b) | (~(a ^ b) & sub(a, b, signs))) & signs;
  }

  /** The least lane value where {@code a} is negative, the greatest elsewhere. */
  private static long bound(long a, long signs) {
    return mask(a & signs, signs) ^ ~signs;
  }
}
