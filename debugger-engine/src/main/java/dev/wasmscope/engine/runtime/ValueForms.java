package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.VecType;
import java.util.StringJoiner;

/** Tells people who write a value how values of its type look. */
record ValueForms(ValueScope scope) {

  private static final int DEEPEST = 5;

  /** How values of {@code type} are written, by examples or in words. */
  String of(StorageType type) {
    return switch (type) {
      case PackedType.I8 -> "an integer of 8 bits";
      case PackedType.I16 -> "an integer of 16 bits";
      case NumType.I32, NumType.I64 -> "42, -1 or 0x2a";
      case NumType.F32, NumType.F64 -> "1.5, -0x1p3, inf or nan";
      case RefType ref -> (ref.nullable() ? "null or " : "") + of(ref.heap());
      default -> "i32x4 1 2 3 4 or another shape with its lanes, or 0x and 32 digits";
    };
  }

  private String of(HeapType heap) {
    return switch (heap) {
      case TypeIndex index ->
          switch (scope.composite(index)) {
            case FuncType _ -> "the $name of a function";
            case StructType struct ->
                "{…} with the values of its " + struct.fields().size() + " fields";
            case ArrayType _ -> "[…] with the values of its elements";
          };
      case AbsHeapType abs ->
          switch (abs) {
            case FUNC -> "the $name of a function";
            case STRING -> "\"text\"";
            case I31 -> "an integer of 31 bits";
            case EXTERN -> "\"text\" or ref.extern 1";
            case ANY -> "\"text\", an integer of 31 bits, $Struct {…} or $Array […]";
            case EQ -> "an integer of 31 bits, $Struct {…} or $Array […]";
            case STRUCT -> "$Struct {…} with a type's name in front";
            case ARRAY -> "$Array […] with a type's name in front";
            default -> "another value that has the type";
          };
    };
  }

  /** The least value of {@code type}; an ellipsis where there is none, or too deep. */
  String example(StorageType type, int depth) {
    return switch (type) {
      case PackedType _, NumType _ -> "0";
      case VecType _ -> "i32x4 0 0 0 0";
      case RefType ref when ref.nullable() -> "null";
      case RefType ref when depth < DEEPEST -> example(ref.heap(), depth + 1);
      case RefType _ -> "…";
    };
  }

  private String example(HeapType heap, int depth) {
    return switch (heap) {
      case TypeIndex index ->
          switch (scope.composite(index)) {
            case FuncType _ -> "$…";
            case StructType struct -> fields(index, struct, depth);
            case ArrayType _ -> "[]";
          };
      case AbsHeapType abs ->
          switch (abs) {
            case STRING, EXTERN -> "\"\"";
            case I31, EQ, ANY -> "0";
            default -> "…";
          };
    };
  }

  private String fields(TypeIndex index, StructType struct, int depth) {
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < struct.fields().size(); i++) {
      String label = scope.field(index, i).map(name -> name + ": ").orElse("");
      fields.add(label + example(struct.fields().get(i).storage(), depth));
    }
    return fields.toString();
  }
}
