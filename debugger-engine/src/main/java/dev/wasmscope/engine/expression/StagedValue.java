package dev.wasmscope.engine.expression;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A method that gives the value of a part of an expression.
 *
 * @param type of an integer, given as {@code long}; null for any other value, given as {@link
 *     ExpressionValue}, and for truths, given as {@code boolean}
 */
record StagedValue(NumericType type, MethodHandle method) {

  private static final MethodHandle IS_TRUE = find(StagedValue.class, "isTrue");
  private static final MethodHandle INT = constructor();

  static StagedValue integer(NumericType type, MethodHandle method) {
    return new StagedValue(type, method);
  }

  static StagedValue truth(MethodHandle method) {
    return new StagedValue(null, method);
  }

  static StagedValue any(MethodHandle method) {
    return new StagedValue(null, method);
  }

  boolean isTruth() {
    return method.type().returnType() == boolean.class;
  }

  /** This as an integer, if it is one: truths are of type i32. */
  StagedValue asInteger() {
    return isTruth()
        ? integer(NumericType.I32, then(StagedIntegers.find("number", long.class, boolean.class)))
        : this;
  }

  boolean isInteger() {
    return type != null || isTruth();
  }

  /** An integer wrapped to a type. */
  StagedValue wrapped(NumericType to) {
    return switch (to) {
      case I32, U32 -> integer(to, then(StagedIntegers.find(to.keyword(), long.class, long.class)));
      case I64, U64 -> integer(to, method);
      case F32, F64 -> throw new IllegalArgumentException(to + " is no integer type");
    };
  }

  /** An integer converted to the type that it has in common with another one. */
  MethodHandle converted(NumericType to) {
    return type == NumericType.I32 && to == NumericType.U32 ? wrapped(to).method : method;
  }

  /** A method that says whether the value is neither zero nor null. */
  MethodHandle asTruth() {
    if (isTruth()) {
      return method;
    }
    return then(
        type == null ? IS_TRUE : StagedIntegers.find("isNotZero", boolean.class, long.class));
  }

  /** A method that gives an {@link ExpressionValue}. */
  MethodHandle asAny() {
    StagedValue value = asInteger();
    return value.type == null ? method : value.then(INT.bindTo(value.type));
  }

  MethodHandle then(MethodHandle next) {
    return MethodHandles.filterReturnValue(method, next);
  }

  /** A vector is neither true nor false: whoever evaluates the expression once more says so. */
  static boolean isTrue(ExpressionValue value) {
    return Arithmetic.truth(value).orElse(true);
  }

  private static MethodHandle find(Class<?> owner, String name) {
    try {
      return MethodHandles.lookup()
          .findStatic(owner, name, MethodType.methodType(boolean.class, ExpressionValue.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  private static MethodHandle constructor() {
    try {
      return MethodHandles.lookup()
          .findConstructor(
              ExpressionValue.Int.class,
              MethodType.methodType(void.class, NumericType.class, long.class))
          .asType(MethodType.methodType(ExpressionValue.class, NumericType.class, long.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Int", e);
    }
  }
}
