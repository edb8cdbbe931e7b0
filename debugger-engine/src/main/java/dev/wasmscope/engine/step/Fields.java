package dev.wasmscope.engine.step;

import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.StorageType;
import java.util.function.LongUnaryOperator;

/** What fields of structures and elements of arrays hold (§2.3.7). */
final class Fields {

  private Fields() {}

  /** Whether it is kept as bits, not as an object. */
  static boolean isNumber(FieldType field) {
    return field.storage() instanceof NumType || field.storage() instanceof PackedType;
  }

  /** What makes of the bits of a field those of its value: packed ones are extended. */
  static LongUnaryOperator extension(StorageType storage, boolean signed) {
    if (storage == PackedType.I8) {
      return signed ? bits -> (byte) bits : bits -> bits & 0xff;
    }
    if (storage == PackedType.I16) {
      return signed ? bits -> (short) bits : bits -> bits & 0xffff;
    }
    return LongUnaryOperator.identity();
  }

  /** Bytes that an element takes in a data segment. */
  static int width(StorageType storage) {
    return switch (storage) {
      case PackedType.I8 -> 1;
      case PackedType.I16 -> 2;
      case NumType.I32, NumType.F32 -> 4;
      case NumType.I64, NumType.F64 -> 8;
      default -> 16;
    };
  }
}
