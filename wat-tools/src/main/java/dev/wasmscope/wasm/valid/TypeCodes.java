package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.List;

/**
 * Value types as numbers, for operand stacks without objects: small numbers for numbers and
 * vectors, negative ones for references (sign bit, null bit, heap type).
 */
final class TypeCodes {

  /** A value of any type: what an operand stack holds behind a branch that is always taken. */
  static final int BOTTOM = 0;

  static final int I32 = 1;
  static final int I64 = 2;
  static final int F32 = 3;
  static final int F64 = 4;
  static final int V128 = 5;

  private static final int REF = 1 << 31;
  private static final int NULLABLE = 1 << 30;
  private static final int HEAP_MASK = NULLABLE - 1;

  /** Heap codes below are the bytes of abstract heap types, those from here on type indices. */
  private static final int FIRST_INDEX = 128;

  /** A reference that is not null, to anything. */
  static final int BOTTOM_REF = REF;

  static final int FUNCREF = ref(true, AbsHeapType.FUNC);
  static final int ANYREF = ref(true, AbsHeapType.ANY);
  static final int EQREF = ref(true, AbsHeapType.EQ);
  static final int I31REF = ref(true, AbsHeapType.I31);
  static final int STRUCTREF = ref(true, AbsHeapType.STRUCT);
  static final int ARRAYREF = ref(true, AbsHeapType.ARRAY);
  static final int EXNREF = ref(true, AbsHeapType.EXN);
  static final int STRINGREF = ref(true, AbsHeapType.STRING);

  private static final AbsHeapType[] ABSTRACT = new AbsHeapType[FIRST_INDEX];

  static {
    for (AbsHeapType heap : AbsHeapType.values()) {
      ABSTRACT[heap.code()] = heap;
    }
  }

  private TypeCodes() {}

  static int of(ValType type) {
    return switch (type) {
      case NumType num ->
          switch (num) {
            case I32 -> I32;
            case I64 -> I64;
            case F32 -> F32;
            case F64 -> F64;
          };
      case VecType _ -> V128;
      case RefType(boolean nullable, HeapType heap) -> ref(nullable, heap);
    };
  }

  static int[] of(List<ValType> types) {
    int[] codes = new int[types.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = of(types.get(i));
    }
    return codes;
  }

  static int ref(boolean nullable, HeapType heap) {
    int code =
        switch (heap) {
          case AbsHeapType abs -> abs.code();
          case TypeIndex(int index) -> FIRST_INDEX + index;
        };
    return REF | (nullable ? NULLABLE : 0) | code;
  }

  /** The reference, not null, to a type of the module. */
  static int ref(int typeIndex) {
    return REF | FIRST_INDEX + typeIndex;
  }

  /** The largest type index that fits. */
  static int maxTypeIndex() {
    return HEAP_MASK - FIRST_INDEX;
  }

  static boolean isRef(int code) {
    return code < 0;
  }

  static boolean isNullable(int code) {
    return (code & NULLABLE) != 0;
  }

  static int nonNull(int ref) {
    return ref & ~NULLABLE;
  }

  static int nullable(int ref) {
    return ref | NULLABLE;
  }

  /** Whether a local of this type has a value before it is first set. */
  static boolean isDefaultable(int code) {
    return !isRef(code) || isNullable(code);
  }

  static boolean isBottomHeap(int ref) {
    return (ref & HEAP_MASK) == 0;
  }

  static boolean sameHeap(int a, int b) {
    return (a & HEAP_MASK) == (b & HEAP_MASK);
  }

  /** The heap type of a reference that is not {@link #BOTTOM_REF}. */
  static HeapType heap(int ref) {
    int code = ref & HEAP_MASK;
    return code < FIRST_INDEX ? ABSTRACT[code] : new TypeIndex(code - FIRST_INDEX);
  }

  /**
   * The type with this code; of {@link #BOTTOM} and {@link #BOTTOM_REF} a type that stands for any,
   * the null reference's.
   */
  static ValType toType(int code) {
    return switch (code) {
      case I32 -> NumType.I32;
      case I64 -> NumType.I64;
      case F32 -> NumType.F32;
      case F64 -> NumType.F64;
      case V128 -> VecType.V128;
      default ->
          code == BOTTOM || isBottomHeap(code)
              ? new RefType(isNullable(code), AbsHeapType.NONE)
              : new RefType(isNullable(code), heap(code));
    };
  }

  /** The type in the text format. */
  static String text(int code) {
    if (code == BOTTOM) {
      return "any";
    }
    if (isRef(code) && isBottomHeap(code)) {
      return "(ref any)";
    }
    return toType(code).toString();
  }

  /** Types in brackets, as in {@code [i32 i64]}. */
  static String text(int[] codes, int from, int to) {
    var text = new StringBuilder("[");
    for (int i = from; i < to; i++) {
      text.append(i > from ? " " : "").append(text(codes[i]));
    }
    return text.append(']').toString();
  }

  static String text(int[] codes) {
    return text(codes, 0, codes.length);
  }
}
