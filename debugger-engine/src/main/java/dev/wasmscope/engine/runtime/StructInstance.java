package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.StructType;

/** A structure on the heap (§4.2.16). */
public final class StructInstance {

  private final int typeNumber;
  private final long[] bits;
  private final Object[] objects;

  /**
   * A new structure.
   *
   * @param typeNumber its type among the store's canonical types
   * @param bits fields that are numbers, by position, packed ones unextended; kept, not copied
   * @param objects fields that are references or vectors, by position; kept, not copied
   */
  public StructInstance(int typeNumber, long[] bits, Object[] objects) {
    this.typeNumber = typeNumber;
    this.bits = bits;
    this.objects = objects;
  }

  /** Its type among the store's canonical types. */
  public int typeNumber() {
    return typeNumber;
  }

  /** The bits of a field that is a number. */
  public long bits(int field) {
    return bits[field];
  }

  /** The object of a field that is a reference or vector. */
  public Object object(int field) {
    return objects[field];
  }

  /** Sets a field that is a number. */
  public void setBits(int field, long value) {
    bits[field] = value;
  }

  /** Sets a field that is a reference or vector. */
  public void setObject(int field, Object value) {
    objects[field] = value;
  }

  /** A field as a value, packed ones as unsigned {@code i32}. */
  public Value get(Store store, int field) {
    StructType type = (StructType) store.types().get(typeNumber).composite();
    var storage = type.fields().get(field).storage();
    return Packed.value(storage, bits[field], objects[field]);
  }

  /** Sets a field from a value of its unpacked type; for inspectors. */
  public void set(int field, Value value) {
    bits[field] = value.slotBits();
    objects[field] = value.slotObject();
  }
}
