package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.ArrayType;

/** An array on the heap (§4.2.16). Its elements live in a Java array of their width. */
public final class ArrayInstance {

  private final int typeNumber;
  private final ArrayElements elements;

  /**
   * A new array.
   *
   * @param typeNumber its type among the store's canonical types
   * @param elements kept, not copied
   */
  public ArrayInstance(int typeNumber, ArrayElements elements) {
    this.typeNumber = typeNumber;
    this.elements = elements;
  }

  /** Its type among the store's canonical types. */
  public int typeNumber() {
    return typeNumber;
  }

  public ArrayElements elements() {
    return elements;
  }

  /** Number of elements. */
  public int length() {
    return elements.length();
  }

  /** An element as a value, packed ones as unsigned {@code i32}. */
  public Value get(Store store, int index) {
    ArrayType type = (ArrayType) store.types().get(typeNumber).composite();
    return Packed.value(type.element().storage(), elements.bits(index), elements.object(index));
  }

  /** Sets an element from a value of its unpacked type; for inspectors. */
  public void set(int index, Value value) {
    elements.set(index, value.slotBits(), value.slotObject());
  }
}
