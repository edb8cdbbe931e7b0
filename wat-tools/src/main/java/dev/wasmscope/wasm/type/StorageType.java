package dev.wasmscope.wasm.type;

/** What a field of a structure or array holds: a value or a packed integer (§2.3.7). */
public sealed interface StorageType permits ValType, PackedType {

  /** The type of the value that reading a field of this type gives. */
  default ValType unpacked() {
    return switch (this) {
      case ValType type -> type;
      case PackedType _ -> NumType.I32;
    };
  }
}
