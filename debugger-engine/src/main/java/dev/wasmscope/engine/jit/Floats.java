package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.numeric.V128;

/** What compiled code needs of floating-point numbers. */
public final class Floats {

  private static final long LOWER_BYTES = 0x00ff_00ff_00ff_00ffL;

  private Floats() {}

  /** The value; of NaNs the positive canonical one. */
  public static float canonical(float value) {
    return Float.isNaN(value) ? Float.NaN : value;
  }

  /** The vector as it is to be; of NaNs in its lanes the positive canonical ones. */
  static V128 canonical(V128 vector, Looseness lanes) {
    return switch (lanes) {
      case F32X4 ->
          V128.f32x4(
              canonical(vector.f32(0)),
              canonical(vector.f32(1)),
              canonical(vector.f32(2)),
              canonical(vector.f32(3)));
      case F64X2 -> V128.f64x2(canonical(vector.f64(0)), canonical(vector.f64(1)));
      case UPPER_BYTES -> new V128(vector.lo() & LOWER_BYTES, vector.hi() & LOWER_BYTES);
      case EXACT, NUMBER -> vector;
    };
  }

  /** The value; of NaNs the positive canonical one. */
  public static double canonical(double value) {
    return Double.isNaN(value) ? Double.NaN : value;
  }
}
