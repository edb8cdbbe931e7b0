package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.ArrayType;

/**
 * An array on the heap (§4.2.16). There is a subclass for each way of storing elements, in a Java
 * array of their width, and under it one for each type, see {@link HeapClasses}. Indices are not
 * checked beyond what Java does.
 */
public abstract class ArrayInstance {

  ArrayInstance() {}

  /** Its type among the store's canonical types. */
  public abstract int typeNumber();

  /** A new array of the same type, with {@code length} elements that are zero or null. */
  public abstract ArrayInstance fresh(int length);

  /** Number of elements. */
  public abstract int length();

  /** The Java array with the elements. */
  abstract Object array();

  /** Bits of an element that is a number, sign-extended; zero of others. */
  public abstract long bits(int index);

  /** An element that is a reference or vector; null of others. */
  public Object object(int index) {
    return null;
  }

  /**
   * Sets an element: from {@code bits} if it is a number, cut to its width, else {@code object}.
   */
  public abstract void set(int index, long bits, Object object);

  /** Sets {@code length} elements as {@link #set} does. */
  public abstract void fill(int index, long bits, Object object, int length);

  /** Copies from an array with elements of the same kind, which may be this one. */
  public final void copy(int index, ArrayInstance source, int sourceIndex, int length) {
    System.arraycopy(source.array(), sourceIndex, array(), index, length);
  }

  /** An element as a value, packed ones as unsigned {@code i32}. */
  public final Value get(Store store, int index) {
    ArrayType type = (ArrayType) store.types().get(typeNumber()).composite();
    return Packed.value(type.element().storage(), bits(index), object(index));
  }

  /** Sets an element from a value of its unpacked type; for inspectors. */
  public final void set(int index, Value value) {
    set(index, value.slotBits(), value.slotObject());
  }
}
