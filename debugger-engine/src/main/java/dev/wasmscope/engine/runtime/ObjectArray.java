package dev.wasmscope.engine.runtime;

import java.util.Arrays;

/** An array of references or vectors. */
public abstract class ObjectArray extends ArrayInstance {

  /** The elements. */
  public final Object[] elements;

  /** An array with these elements, which are kept. */
  protected ObjectArray(Object[] elements) {
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
    return 0;
  }

  @Override
  public final Object object(int index) {
    return elements[index];
  }

  @Override
  public final void set(int index, long bits, Object object) {
    elements[index] = object;
  }

  @Override
  public final void fill(int index, long bits, Object object, int length) {
    Arrays.fill(elements, index, index + length, object);
  }

  /** Copies elements from {@code source}. */
  public final void copy(int index, Object[] source, int sourceIndex, int length) {
    System.arraycopy(source, sourceIndex, elements, index, length);
  }
}
