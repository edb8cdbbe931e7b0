package dev.wasmscope.engine.runtime;

import java.util.Arrays;

/** An array of packed elements of 8 bits. */
public abstract class I8Array extends ArrayInstance {

  /** The elements. */
  public final byte[] elements;

  /** An array with these elements, which are kept. */
  protected I8Array(byte[] elements) {
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
    return elements[index];
  }

  @Override
  public final void set(int index, long bits, Object object) {
    elements[index] = (byte) bits;
  }

  @Override
  public final void fill(int index, long bits, Object object, int length) {
    Arrays.fill(elements, index, index + length, (byte) bits);
  }
}
