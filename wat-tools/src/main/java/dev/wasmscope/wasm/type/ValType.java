package dev.wasmscope.wasm.type;

/** Types of values (§2.3.4). {@code toString} gives the text format. */
public sealed interface ValType extends StorageType permits NumType, VecType, RefType {

  /** Whether a local of this type has a value before it is first set (§3.2.8, defaultable). */
  default boolean isDefaultable() {
    return !(this instanceof RefType ref) || ref.nullable();
  }
}
