package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.ArrayInstance;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.I31;
import dev.wasmscope.engine.runtime.StoreTypes;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.tier.Leave;
import dev.wasmscope.wasm.type.AbsHeapType;

/** What compiled code calls for references and heap objects. */
public final class HeapAccess {

  private HeapAccess() {}

  /**
   * The length of a new array.
   *
   * @throws Leave if it is more than {@code limit}, unsigned
   */
  public static int length(int length, int limit) {
    if (length < 0 || length > limit) {
      throw Leave.NOW;
    }
    return length;
  }

  /**
   * The reference itself.
   *
   * @throws Leave if it is null
   */
  public static Object nonNull(Object reference) {
    if (reference == null) {
      throw Leave.NOW;
    }
    return reference;
  }

  /** Whether two references are the same (ref.eq). */
  @SuppressWarnings("ReferenceEquality") // identity is what the instruction asks for
  public static int same(Object a, Object b) {
    return a == b || (a instanceof I31 i && i.equals(b)) ? 1 : 0;
  }

  /** Whether a reference is a function of a type. */
  public static int isFunction(Object reference, int typeNumber, StoreTypes types) {
    return reference instanceof FunctionInstance function
            && types.isSubtype(function.typeNumber(), typeNumber)
        ? 1
        : 0;
  }

  /** Whether a reference is of an abstract heap type; null is of none. */
  public static boolean isOf(Object reference, AbsHeapType type) {
    return reference != null && TypeTest.isOf(type, reference);
  }

  /** Sets some elements of an array, see {@link ArrayInstance#fill}. */
  public static void fill(Object reference, int index, long bits, Object object, int length) {
    ArrayInstance array = (ArrayInstance) reference;
    check(array, index, length);
    array.fill(index, bits, object, length);
  }

  /** Copies elements between arrays, see {@link ArrayInstance#copy}. */
  public static void copy(Object to, int index, Object from, int fromIndex, int length) {
    ArrayInstance target = (ArrayInstance) to;
    ArrayInstance source = (ArrayInstance) from;
    check(target, index, length);
    check(source, fromIndex, length);
    target.copy(index, source, fromIndex, length);
  }

  private static void check(ArrayInstance array, int index, int length) {
    if ((index | length) < 0 || index > array.length() - length) {
      throw Leave.NOW;
    }
  }
}
