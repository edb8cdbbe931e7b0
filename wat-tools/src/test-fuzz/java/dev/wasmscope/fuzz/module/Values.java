package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.List;

/**
 * First values of every type, made of constant instructions only: they end, do not trap, and will
 * do in constant expressions too.
 */
final class Values {

  /** Functions that all code may refer to; further ones, only those behind them. */
  private static final int FIRST = 3;

  private final Body body;
  private final Chance chance;
  private final Layout layout;

  Values(Body body) {
    this.body = body;
    chance = body.chance;
    layout = body.layout;
  }

  void of(ValType type) {
    switch (type) {
      case NumType number -> number(number);
      case VecType _ -> body.emit(Opcode.V128_CONST, new Operand.V128(chance.i64(), chance.i64()));
      case RefType ref -> reference(ref);
    }
  }

  void of(List<ValType> types) {
    types.forEach(this::of);
  }

  private void number(NumType type) {
    switch (type) {
      case I32 -> body.i32(chance.i32());
      case I64 -> body.i64(chance.i64());
      case F32 -> body.emit(Opcode.F32_CONST, new Operand.F32(chance.f32Bits()));
      case F64 -> body.emit(Opcode.F64_CONST, new Operand.F64(chance.f64Bits()));
    }
  }

  private void reference(RefType type) {
    if (type.nullable() && (chance.oneIn(3) || !isInhabited(type.nonNull()))) {
      body.emit(Opcode.REF_NULL, new Operand.Heap(type.heap()));
    } else {
      notNull(type.nonNull());
    }
  }

  /** Whether {@link #notNull} can make a value of the type. */
  boolean isInhabited(RefType type) {
    return switch (layout.types.top(type.heap())) {
      case FUNC -> !functions(type).isEmpty();
      case EXTERN -> type.heap() == AbsHeapType.EXTERN;
      case EXN -> false;
      default -> type.heap() != AbsHeapType.NONE && (isI31(type) || !aggregates(type).isEmpty());
    };
  }

  private List<Integer> functions(RefType type) {
    return layout.functionsOf(type, Math.max(body.function, FIRST));
  }

  private boolean isI31(RefType type) {
    return layout.types.matches(new RefType(false, AbsHeapType.I31), type);
  }

  private List<Integer> aggregates(RefType type) {
    return layout.types.aggregatesBelow(type);
  }

  private void notNull(RefType type) {
    switch (layout.types.top(type.heap())) {
      case FUNC -> body.emit(Opcode.REF_FUNC, Space.FUNCTION, chance.any(functions(type)));
      case EXTERN -> {
        body.i32(chance.i32());
        body.emit(Opcode.REF_I31);
        body.emit(Opcode.EXTERN_CONVERT_ANY);
      }
      default -> {
        List<Integer> aggregates = aggregates(type);
        if (aggregates.isEmpty() || isI31(type) && chance.oneIn(3)) {
          body.i32(chance.i32());
          body.emit(Opcode.REF_I31);
        } else {
          aggregate(chance.any(aggregates));
        }
      }
    }
  }

  private void aggregate(int type) {
    switch (layout.types.get(type).composite()) {
      case StructType(var fields) -> {
        if (fields.stream().allMatch(Values::isDefaultable) && chance.oneIn(2)) {
          body.emit(Opcode.STRUCT_NEW_DEFAULT, Space.TYPE, type);
        } else {
          fields.forEach(field -> plain(field.storage().unpacked()));
          body.emit(Opcode.STRUCT_NEW, Space.TYPE, type);
        }
      }
      case ArrayType(var element) -> array(type, element);
      case FuncType _ -> throw new IllegalArgumentException("no aggregate: " + type);
    }
  }

  private void array(int type, FieldType element) {
    int length = 1 + chance.below(6);
    if (isDefaultable(element) && chance.oneIn(2)) {
      body.i32(length);
      body.emit(Opcode.ARRAY_NEW_DEFAULT, Space.TYPE, type);
      return;
    }
    ValType value = element.storage().unpacked();
    if (chance.oneIn(2)) {
      plain(value);
      body.i32(length);
      body.emit(Opcode.ARRAY_NEW, Space.TYPE, type);
    } else {
      for (int i = 0; i < length; i++) {
        plain(value);
      }
      body.emit(
          Opcode.ARRAY_NEW_FIXED, new Operand.Index(Space.TYPE, type), new Operand.Length(length));
    }
  }

  /** A value that nests no deeper than it must; fields without null are of earlier types. */
  private void plain(ValType type) {
    switch (type) {
      case RefType(boolean nullable, var heap) when nullable ->
          body.emit(Opcode.REF_NULL, new Operand.Heap(heap));
      case RefType(_, TypeIndex(int index)) -> aggregate(index);
      default -> of(type);
    }
  }

  static boolean isDefaultable(FieldType field) {
    StorageType storage = field.storage();
    return !(storage instanceof ValType type) || type.isDefaultable();
  }
}
