package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
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
   * @param bits fields that are numbers, by position, packed ones unextended; may be empty if the
   *     type has none; kept, not copied
   * @param objects fields that are references or vectors, by position; may be empty if the type has
   *     none; kept, not copied
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

  /** Number of fields. */
  public int fieldCount() {
    return Math.max(bits.length, objects.length);
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
    boolean number = storage instanceof NumType || storage instanceof PackedType;
    return Packed.value(storage, number ? bits[field] : 0, number ? null : objects[field]);
  }

  /** Sets a field from a value of its unpacked type; for inspectors. */
  public void set(int field, Value value) {
    if (value.type() instanceof NumType) {
      bits[field] = value.slotBits();
    } else {
      objects[field] = value.slotObject();
    }
  }
}
