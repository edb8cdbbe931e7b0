package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;

/** How values of a type live in Java. */
@SuppressWarnings("ImmutableEnumChecker") // descriptors are immutable
enum Kind {
  I32('I', TypeKind.INT, ConstantDescs.CD_int),
  I64('J', TypeKind.LONG, ConstantDescs.CD_long),
  F32('F', TypeKind.FLOAT, ConstantDescs.CD_float),
  F64('D', TypeKind.DOUBLE, ConstantDescs.CD_double),
  V128('V', TypeKind.REFERENCE, ClassDesc.of(V128.class.getName())),
  REF('R', TypeKind.REFERENCE, ConstantDescs.CD_Object);

  /** Stands for the kind in names. */
  final char letter;

  final TypeKind type;
  final ClassDesc desc;

  Kind(char letter, TypeKind type, ClassDesc desc) {
    this.letter = letter;
    this.type = type;
    this.desc = desc;
  }

  /** Whether values are bits, not objects, outside of compiled code. */
  boolean isNumber() {
    return this != V128 && this != REF;
  }

  boolean isFloat() {
    return this == F32 || this == F64;
  }

  static Kind of(ValType type) {
    return switch (type) {
      case NumType.I32 -> I32;
      case NumType.I64 -> I64;
      case NumType.F32 -> F32;
      case NumType.F64 -> F64;
      case VecType _ -> V128;
      case RefType _ -> REF;
    };
  }

  static List<Kind> of(List<ValType> types) {
    return types.stream().map(Kind::of).toList();
  }
}
