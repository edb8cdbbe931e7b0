package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;

/** Whether a reference is of a type (§4.3.7, reference casts); null is Java's null. */
@FunctionalInterface
public interface TypeTest {

  /** Whether {@code reference} is of the type. */
  boolean test(Object reference);

  /** The test of {@code type}, whose index is a number of the store's canonical types. */
  static TypeTest of(StoreTypes types, RefType type) {
    boolean nullable = type.nullable();
    TypeTest heap =
        switch (type.heap()) {
          case TypeIndex(int number) -> reference -> isOfType(types, reference, number);
          case AbsHeapType abs -> reference -> isOf(abs, reference);
        };
    return reference -> reference == null ? nullable : heap.test(reference);
  }

  /**
   * Whether {@code value} may stand where {@code expected}, in the store's numbers, is demanded.
   */
  static boolean fits(Store store, Value value, ValType expected) {
    if (value instanceof Value.Ref(Object target, RefType _)
        && expected instanceof RefType reference) {
      return of(store.types(), reference).test(target);
    }
    return value.type().equals(expected);
  }

  /** The opposite test. */
  default TypeTest negated() {
    return reference -> !test(reference);
  }

  private static boolean isOfType(StoreTypes types, Object reference, int number) {
    return switch (reference) {
      case StructInstance struct -> types.isSubtype(struct.typeNumber(), number);
      case ArrayInstance array -> types.isSubtype(array.typeNumber(), number);
      case FunctionInstance function -> types.isSubtype(function.typeNumber(), number);
      default -> false;
    };
  }

  /** Whether a reference that is not null is of an abstract heap type. */
  static boolean isOf(AbsHeapType abs, Object reference) {
    return switch (abs) {
      case FUNC -> reference instanceof FunctionInstance;
      case EXN -> reference instanceof ExceptionInstance;
      case STRUCT -> reference instanceof StructInstance;
      case ARRAY -> reference instanceof ArrayInstance;
      case I31 -> reference instanceof I31;
      case EQ ->
          reference instanceof StructInstance
              || reference instanceof ArrayInstance
              || reference instanceof I31;
      case STRING, STRINGVIEW_WTF8, STRINGVIEW_WTF16, STRINGVIEW_ITER ->
          reference instanceof String;
      // Converting between the two keeps the object, so all that is in one hierarchy is in both.
      case ANY, EXTERN ->
          !(reference instanceof FunctionInstance) && !(reference instanceof ExceptionInstance);
      case NONE, NOFUNC, NOEXTERN, NOEXN -> false;
    };
  }
}
