package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
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

  private static final ClassDesc CD_FLOAT = ClassDesc.of("java.lang.Float");
  private static final ClassDesc CD_DOUBLE = ClassDesc.of("java.lang.Double");
  private static final MethodTypeDesc F32_TO_BITS = MethodTypeDesc.of(I32.desc, F32.desc);
  private static final MethodTypeDesc F32_FROM_BITS = MethodTypeDesc.of(F32.desc, I32.desc);
  private static final MethodTypeDesc F64_TO_BITS = MethodTypeDesc.of(I64.desc, F64.desc);
  private static final MethodTypeDesc F64_FROM_BITS = MethodTypeDesc.of(F64.desc, I64.desc);

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

  /** Replaces a number on Java's operand stack by its bits, a {@code long}. */
  void toBits(CodeBuilder code) {
    switch (this) {
      case I32 -> code.i2l();
      case F32 -> code.invokestatic(CD_FLOAT, "floatToRawIntBits", F32_TO_BITS).i2l();
      case F64 -> code.invokestatic(CD_DOUBLE, "doubleToRawLongBits", F64_TO_BITS);
      case I64 -> {}
      case REF, V128 -> throw new IllegalStateException("no bits of " + this);
    }
  }

  /** Replaces the bits of a number on Java's operand stack by the number. */
  void fromBits(CodeBuilder code) {
    switch (this) {
      case I32 -> code.l2i();
      case F32 -> code.l2i().invokestatic(CD_FLOAT, "intBitsToFloat", F32_FROM_BITS);
      case F64 -> code.invokestatic(CD_DOUBLE, "longBitsToDouble", F64_FROM_BITS);
      case I64 -> {}
      case REF, V128 -> throw new IllegalStateException("no bits of " + this);
    }
  }

  /** Pushes the value that locals have at first. */
  void loadDefault(CodeBuilder code) {
    switch (this) {
      case I32 -> code.iconst_0();
      case I64 -> code.lconst_0();
      case F32 -> code.fconst_0();
      case F64 -> code.dconst_0();
      case REF -> code.aconst_null();
      case V128 -> code.getstatic(desc, "ZERO", desc);
    }
  }

  static Kind of(ValType type) {
    return switch (type) {
      case NumType number -> of(number);
      case VecType _ -> V128;
      case RefType _ -> REF;
    };
  }

  private static Kind of(NumType type) {
    return switch (type) {
      case I32 -> I32;
      case I64 -> I64;
      case F32 -> F32;
      case F64 -> F64;
    };
  }

  static List<Kind> of(List<ValType> types) {
    return types.stream().map(Kind::of).toList();
  }
}
