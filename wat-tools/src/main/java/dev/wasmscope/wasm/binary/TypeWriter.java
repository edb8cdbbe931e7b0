package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.List;

/** Writes the types that instructions and sections share (§5.3.1 to §5.3.7). */
public final class TypeWriter {

  private TypeWriter() {}

  /** A value type; a nullable reference to an abstract heap type in its short form. */
  public static void valType(ByteWriter out, ValType type) {
    switch (type) {
      case NumType number -> out.u8(number.code());
      case VecType vector -> out.u8(vector.code());
      case RefType ref -> refType(out, ref);
    }
  }

  /** A reference type. */
  public static void refType(ByteWriter out, RefType type) {
    if (type.nullable() && type.heap() instanceof AbsHeapType abs) {
      out.u8(abs.code());
      return;
    }
    out.u8(type.nullable() ? TypeReader.REF_NULL : TypeReader.REF);
    heapType(out, type.heap());
  }

  /** A heap type, as a signed number of 33 bits. */
  public static void heapType(ByteWriter out, HeapType type) {
    switch (type) {
      case AbsHeapType abs -> out.u8(abs.code());
      case TypeIndex(int index) -> out.signed(Integer.toUnsignedLong(index));
    }
  }

  /** A value type or a packed type. */
  public static void storageType(ByteWriter out, StorageType type) {
    switch (type) {
      case ValType value -> valType(out, value);
      case PackedType packed -> out.u8(packed == PackedType.I8 ? 0x78 : 0x77);
    }
  }

  /** A vector of value types. */
  public static void valTypes(ByteWriter out, List<ValType> types) {
    out.u32(types.size());
    types.forEach(type -> valType(out, type));
  }
}
