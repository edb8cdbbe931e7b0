package dev.wasmscope.engine.jit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * A method of a unit as it is called for nothing: with nothing but a depth. HotSpot does not inline
 * what is called through a handle that is no constant, and compiles the method itself.
 */
final class ColdMethod {

  private final MethodHandle handle;

  private ColdMethod(MethodHandle handle) {
    this.handle = handle;
  }

  /** The methods of a class that are to be executed when HotSpot has optimised them. */
  static List<ColdMethod> of(Class<?> type, int depth) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> isBody(method) || SplitUnit.isPart(method.getName()))
        .map(method -> of(method, isBody(method) ? depth : SplitMethod.DEPTH))
        .toList();
  }

  private static boolean isBody(Method method) {
    return method.getName().equals(UnitShape.BODY_NAME);
  }

  private static ColdMethod of(Method method, int depth) {
    try {
      MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
      for (int i = handle.type().parameterCount() - 1; i >= 0; i--) {
        if (i != depth) {
          Class<?> type = handle.type().parameterType(i);
          Object nothing = MethodHandles.zero(type).invoke();
          handle = MethodHandles.insertArguments(handle, i, nothing);
        }
      }
      return new ColdMethod(MethodHandles.dropReturn(handle));
    } catch (Throwable e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  /** Calls it for nothing. */
  void call(int times, int depth) {
    try {
      for (int i = 0; i < times; i++) {
        handle.invokeExact(depth);
      }
    } catch (Throwable e) {
      throw new LinkageError(handle.toString(), e);
    }
  }
}
