package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.ValType;

/** Reading of fields that may hold less than a value's width (§2.3.7). */
final class Packed {

  private Packed() {}

  static Value value(StorageType storage, long bits, Object object) {
    return switch (storage) {
      case ValType type -> Value.ofSlot(type, bits, object);
      case PackedType packed -> Value.i32((int) bits & mask(packed));
    };
  }

  private static int mask(PackedType packed) {
    return packed == PackedType.I8 ? 0xff : 0xffff;
  }
}
