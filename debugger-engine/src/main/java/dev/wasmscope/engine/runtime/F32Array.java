package dev.wasmscope.engine.runtime;

import java.util.Arrays;

/** An array of {@code f32}. */
public abstract class F32Array extends ArrayInstance {

  /** The elements. */
  public final float[] elements;

  /** An array with these elements, which are kept. */
  protected F32Array(float[] elements) {
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
    return Float.floatToRawIntBits(elements[index]);
  }

  @Override
  public final void set(int index, long bits, Object object) {
    elements[index] = Float.intBitsToFloat((int) bits);
  }

  @Override
  public final void fill(int index, long bits, Object object, int length) {
    Arrays.fill(elements, index, index + length, Float.intBitsToFloat((int) bits));
  }
}
