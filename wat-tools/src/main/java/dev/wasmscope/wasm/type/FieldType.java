package dev.wasmscope.wasm.type;

/** A field of a structure, or the element of an array (§2.3.7). */
public record FieldType(StorageType storage, boolean mutable) {

  @Override
  public String toString() {
    return mutable ? "(mut " + storage + ")" : storage.toString();
  }
}
