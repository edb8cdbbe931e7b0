package dev.wasmscope.fuzz.module;

import java.util.List;
import java.util.SplittableRandom;

/** Decisions that a seed determines, and numbers at which programs tend to go wrong. */
final class Chance {

  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    7,
    31,
    32,
    63,
    64,
    127,
    128,
    255,
    256,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xFFFF_FFFFL,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final double[] FLOATS = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    1.5,
    2.5,
    1e10,
    -1e10,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    2147483647,
    -2147483648.0,
    0x1p32,
    0x1p63,
    16777217
  };

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A number from 0 up to {@code bound}, exclusive. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in {@code n} times. */
  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  int i32() {
    return (int) i64();
  }

  long i64() {
    return switch (random.nextInt(4)) {
      case 0 -> EDGES[random.nextInt(EDGES.length)];
      case 1 -> random.nextLong();
      default -> random.nextInt(200) - 100;
    };
  }

  /** The bits of a float, a NaN with a payload among them. */
  int f32Bits() {
    return oneIn(20) ? random.nextInt() : Float.floatToRawIntBits((float) f64());
  }

  /** The bits of a double, a NaN with a payload among them. */
  long f64Bits() {
    return oneIn(20) ? random.nextLong() : Double.doubleToRawLongBits(f64());
  }

  private double f64() {
    return oneIn(2) ? FLOATS[random.nextInt(FLOATS.length)] : random.nextInt(2000) / 8.0 - 100;
  }
}
