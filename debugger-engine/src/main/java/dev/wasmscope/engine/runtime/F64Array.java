package dev.wasmscope.engine.runtime;

import java.util.Arrays;

/** An array of {@code f64}. */
public abstract class F64Array extends ArrayInstance {

  /** The elements. */
  public final double[] elements;

  /** An array with these elements, which are kept. */
  protected F64Array(double[] elements) {
    this.elements = elements;
  }

  @Override
  public final int length() {
    return elements.length;
  }

  @Override
  final Object array() {
    return elements;
  }

  @Override
  public final long bits(int index) {
    return Double.doubleToRawLongBits(elements[index]);
  }

  @Override
  public final void set(int index, long bits, Object object) {
    elements[index] = Double.longBitsToDouble(bits);
  }

  @Override
  public final void fill(int index, long bits, Object object, int length) {
    Arrays.fill(elements, index, index + length, Double.longBitsToDouble(bits));
  }
}
