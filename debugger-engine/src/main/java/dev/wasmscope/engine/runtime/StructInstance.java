package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StructType;

/**
 * A structure on the heap (§4.2.16). Each type has a class of its own, with a Java field for each
 * field, see {@link HeapClasses}; here they are reached by their positions.
 */
public abstract class StructInstance {

  /** For generated classes. */
  protected StructInstance() {}

  /** Its type among the store's canonical types. */
  public abstract int typeNumber();

  /** Number of fields. */
  public abstract int fieldCount();

  /** A new structure of the same type, with the default values of all fields. */
  public abstract StructInstance fresh();

  /** The bits of a field that is a number; those of packed ones are sign-extended. */
  public long bits(int field) {
    throw new IndexOutOfBoundsException(field);
  }

  /** The object of a field that is a reference or vector. */
  public Object object(int field) {
    throw new IndexOutOfBoundsException(field);
  }

  /** Sets a field that is a number, cut to its width. */
  public void setBits(int field, long value) {
    throw new IndexOutOfBoundsException(field);
  }

  /** Sets a field that is a reference or vector. */
  public void setObject(int field, Object value) {
    throw new IndexOutOfBoundsException(field);
  }

  /** A field as a value, packed ones as unsigned {@code i32}. */
  public final Value get(Store store, int field) {
    StructType type = (StructType) store.types().get(typeNumber()).composite();
    var storage = type.fields().get(field).storage();
    boolean number = storage instanceof NumType || storage instanceof PackedType;
    return Packed.value(storage, number ? bits(field) : 0, number ? null : object(field));
  }

  /** Sets a field from a value of its unpacked type; for inspectors. */
  public final void set(int field, Value value) {
    if (value.type() instanceof NumType) {
      setBits(field, value.slotBits());
    } else {
      setObject(field, value.slotObject());
    }
  }
}
