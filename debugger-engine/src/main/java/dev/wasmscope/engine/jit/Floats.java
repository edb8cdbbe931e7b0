package dev.wasmscope.engine.jit;

/** What compiled code needs of floating-point numbers. */
public final class Floats {

  private Floats() {}

  /** The value; of NaNs the positive canonical one. */
  public static float canonical(float value) {
    return Float.isNaN(value) ? Float.NaN : value;
  }

  /** The value; of NaNs the positive canonical one. */
  public static double canonical(double value) {
    return Double.isNaN(value) ? Double.NaN : value;
  }
}
