package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StorageType;
import java.util.Arrays;

/**
 * The elements of an array, in a Java array of their width. Indices are not checked beyond what
 * Java does.
 */
public sealed interface ArrayElements {

  /** {@code length} elements, zero or null. */
  static ArrayElements allocate(StorageType storage, int length) {
    if (storage instanceof PackedType packed) {
      return packed == PackedType.I8 ? new Bytes(new byte[length]) : new Shorts(new short[length]);
    }
    if (storage instanceof NumType number) {
      return switch (number) {
        case I32, F32 -> new Ints(new int[length]);
        case I64, F64 -> new Longs(new long[length]);
      };
    }
    return new Objects(new Object[length]);
  }

  int length();

  /** Bits of an element that is a number, sign-extended; zero of others. */
  long bits(int index);

  /** An element that is a reference or vector; null of others. */
  Object object(int index);

  /**
   * Sets an element: from {@code bits} if it is a number, cut to its width, else {@code object}.
   */
  void set(int index, long bits, Object object);

  /** Sets {@code length} elements as {@link #set} does. */
  void fill(int index, long bits, Object object, int length);

  /** Copies from elements of the same kind, which may be these. */
  void copy(int index, ArrayElements source, int sourceIndex, int length);

  /** Elements of 8 bits. */
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked for
  record Bytes(byte[] array) implements ArrayElements {
    @Override
    public int length() {
      return array.length;
    }

    @Override
    public long bits(int index) {
      return array[index];
    }

    @Override
    public Object object(int index) {
      return null;
    }

    @Override
    public void set(int index, long bits, Object object) {
      array[index] = (byte) bits;
    }

    @Override
    public void fill(int index, long bits, Object object, int length) {
      Arrays.fill(array, index, index + length, (byte) bits);
    }

    @Override
    public void copy(int index, ArrayElements source, int sourceIndex, int length) {
      System.arraycopy(((Bytes) source).array, sourceIndex, array, index, length);
    }
  }

  /** Elements of 16 bits. */
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked for
  record Shorts(short[] array) implements ArrayElements {
    @Override
    public int length() {
      return array.length;
    }

    @Override
    public long bits(int index) {
      return array[index];
    }

    @Override
    public Object object(int index) {
      return null;
    }

    @Override
    public void set(int index, long bits, Object object) {
      array[index] = (short) bits;
    }

    @Override
    public void fill(int index, long bits, Object object, int length) {
      Arrays.fill(array, index, index + length, (short) bits);
    }

    @Override
    public void copy(int index, ArrayElements source, int sourceIndex, int length) {
      System.arraycopy(((Shorts) source).array, sourceIndex, array, index, length);
    }
  }

  /** Elements of 32 bits. */
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked for
  record Ints(int[] array) implements ArrayElements {
    @Override
    public int length() {
      return array.length;
    }

    @Override
    public long bits(int index) {
      return array[index];
    }

    @Override
    public Object object(int index) {
      return null;
    }

    @Override
    public void set(int index, long bits, Object object) {
      array[index] = (int) bits;
    }

    @Override
    public void fill(int index, long bits, Object object, int length) {
      Arrays.fill(array, index, index + length, (int) bits);
    }

    @Override
    public void copy(int index, ArrayElements source, int sourceIndex, int length) {
      System.arraycopy(((Ints) source).array, sourceIndex, array, index, length);
    }
  }

  /** Elements of 64 bits. */
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked for
  record Longs(long[] array) implements ArrayElements {
    @Override
    public int length() {
      return array.length;
    }

    @Override
    public long bits(int index) {
      return array[index];
    }

    @Override
    public Object object(int index) {
      return null;
    }

    @Override
    public void set(int index, long bits, Object object) {
      array[index] = bits;
    }

    @Override
    public void fill(int index, long bits, Object object, int length) {
      Arrays.fill(array, index, index + length, bits);
    }

    @Override
    public void copy(int index, ArrayElements source, int sourceIndex, int length) {
      System.arraycopy(((Longs) source).array, sourceIndex, array, index, length);
    }
  }

  /** References and vectors. */
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked for
  record Objects(Object[] array) implements ArrayElements {
    @Override
    public int length() {
      return array.length;
    }

    @Override
    public long bits(int index) {
      return 0;
    }

    @Override
    public Object object(int index) {
      return array[index];
    }

    @Override
    public void set(int index, long bits, Object object) {
      array[index] = object;
    }

    @Override
    public void fill(int index, long bits, Object object, int length) {
      Arrays.fill(array, index, index + length, object);
    }

    @Override
    public void copy(int index, ArrayElements source, int sourceIndex, int length) {
      System.arraycopy(((Objects) source).array, sourceIndex, array, index, length);
    }
  }
}
