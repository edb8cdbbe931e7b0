package dev.wasmscope.engine.numeric;

/**
 * A value of type {@code v128}: sixteen bytes without a lane shape of their own.
 *
 * <p>Byte 0, the one at the lowest address when the value is stored in memory, is the lowest byte
 * of {@code lo}; lane 0 of every shape starts there. Lane numbers must be within the shape; they
 * are not checked, for validation has done so.
 *
 * @param lo bytes 0 to 7, little-endian
 * @param hi bytes 8 to 15, little-endian
 */
public record V128(long lo, long hi) {
  /** All bits zero, the default value of {@code v128} locals. */
  public static final V128 ZERO = new V128(0, 0);

  private static final int SIZE = 16;

  /** The value of sixteen bytes in the order of memory. */
  public static V128 ofBytes(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a v128 has 16 bytes, not " + bytes.length);
    }
    return new V128(littleEndian(bytes, 0), littleEndian(bytes, Long.BYTES));
  }

  /** A value of sixteen lanes, lane 0 first; of each the low 8 bits count. */
  public static V128 i8x16(int... lanes) {
    return ofLanes(lanes, Byte.SIZE);
  }

  /** A value of eight lanes, lane 0 first; of each the low 16 bits count. */
  public static V128 i16x8(int... lanes) {
    return ofLanes(lanes, Short.SIZE);
  }

  /** A value of four lanes, lane 0 first. */
  public static V128 i32x4(int lane0, int lane1, int lane2, int lane3) {
    return new V128(pair(lane0, lane1), pair(lane2, lane3));
  }

  /** A value of two lanes, lane 0 first. */
  public static V128 i64x2(long lane0, long lane1) {
    return new V128(lane0, lane1);
  }

  /** A value of four lanes, lane 0 first; NaN payloads are kept. */
  public static V128 f32x4(float lane0, float lane1, float lane2, float lane3) {
    return i32x4(
        Float.floatToRawIntBits(lane0),
        Float.floatToRawIntBits(lane1),
        Float.floatToRawIntBits(lane2),
        Float.floatToRawIntBits(lane3));
  }

  /** A value of two lanes, lane 0 first; NaN payloads are kept. */
  public static V128 f64x2(double lane0, double lane1) {
    return new V128(Double.doubleToRawLongBits(lane0), Double.doubleToRawLongBits(lane1));
  }

  /** The sixteen bytes in the order of memory. */
  public byte[] bytes() {
    byte[] bytes = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      bytes[i] = (byte) i8(i);
    }
    return bytes;
  }

  /** Lane 0 to 15 of shape i8x16, sign-extended. */
  public int i8(int lane) {
    return (byte) (half(lane, 8) >>> (lane * Byte.SIZE));
  }

  /** Lane 0 to 7 of shape i16x8, sign-extended. */
  public int i16(int lane) {
    return (short) (half(lane, 4) >>> (lane * Short.SIZE));
  }

  /** Lane 0 to 3 of shape i32x4. */
  public int i32(int lane) {
    return (int) (half(lane, 2) >>> (lane * Integer.SIZE));
  }

  /** Lane 0 or 1 of shape i64x2. */
  public long i64(int lane) {
    return half(lane, 1);
  }

  /** Lane 0 to 3 of shape f32x4. */
  public float f32(int lane) {
    return Float.intBitsToFloat(i32(lane));
  }

  /** Lane 0 or 1 of shape f64x2. */
  public double f64(int lane) {
    return Double.longBitsToDouble(i64(lane));
  }

  /** This value with lane 0 to 15 of shape i8x16 replaced by the low 8 bits of {@code value}. */
  public V128 withI8(int lane, int value) {
    return withBits(lane < 8, 0xffL, lane * Byte.SIZE, value);
  }

  /** This value with lane 0 to 7 of shape i16x8 replaced by the low 16 bits of {@code value}. */
  public V128 withI16(int lane, int value) {
    return withBits(lane < 4, 0xffffL, lane * Short.SIZE, value);
  }

  /** This value with lane 0 to 3 of shape i32x4 replaced. */
  public V128 withI32(int lane, int value) {
    return withBits(lane < 2, 0xffff_ffffL, lane * Integer.SIZE, value);
  }

  /** This value with lane 0 or 1 of shape i64x2 replaced. */
  public V128 withI64(int lane, long value) {
    return lane == 0 ? new V128(value, hi) : new V128(lo, value);
  }

  /** This value with lane 0 to 3 of shape f32x4 replaced. */
  public V128 withF32(int lane, float value) {
    return withI32(lane, Float.floatToRawIntBits(value));
  }

  /** This value with lane 0 or 1 of shape f64x2 replaced. */
  public V128 withF64(int lane, double value) {
    return withI64(lane, Double.doubleToRawLongBits(value));
  }

  /** All 32 hexadecimal digits, the highest byte first. */
  @Override
  public String toString() {
    return "0x%016x%016x".formatted(hi, lo);
  }

  private long half(int lane, int lanesPerHalf) {
    return lane < lanesPerHalf ? lo : hi;
  }

  private V128 withBits(boolean low, long mask, int shift, long value) {
    long bits = (value & mask) << shift;
    long kept = ~(mask << shift);
    return low ? new V128((lo & kept) | bits, hi) : new V128(lo, (hi & kept) | bits);
  }

  private static V128 ofLanes(int[] lanes, int width) {
    int perHalf = Long.SIZE / width;
    if (lanes.length != 2 * perHalf) {
      throw new IllegalArgumentException(
          "a v128 has %d lanes of %d bits, not %d".formatted(2 * perHalf, width, lanes.length));
    }
    return new V128(packed(lanes, 0, width), packed(lanes, perHalf, width));
  }

  private static long packed(int[] lanes, int from, int width) {
    long mask = (1L << width) - 1;
    long bits = 0;
    for (int i = Long.SIZE / width - 1; i >= 0; i--) {
      bits = (bits << width) | (lanes[from + i] & mask);
    }
    return bits;
  }

  private static long pair(int low, int high) {
    return Integer.toUnsignedLong(low) | ((long) high << Integer.SIZE);
  }

  private static long littleEndian(byte[] bytes, int from) {
    long bits = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      bits = (bits << Byte.SIZE) | (bytes[from + i] & 0xffL);
    }
    return bits;
  }
}
