package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.CompiledEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A class made of a function.
 *
 * @param bytes size of the class
 * @param parts number of methods that the function is in
 * @param frame Java variables that a call of it takes at most
 * @param method what is called for the function's results
 * @param callee what stands for the function; null for a loop
 * @param warmth whether it may be executed
 */
record CompiledUnit(
    WasmFunction function,
    Class<?> type,
    CompiledEntry entry,
    Signature signature,
    int bytes,
    int parts,
    int frame,
    String method,
    Callee callee,
    Warmth warmth) {

  /** What compiled code is to call. */
  MethodHandle handle() {
    MethodType methodType =
        MethodType.fromMethodDescriptorString(
            signature.method().descriptorString(), type.getClassLoader());
    try {
      return MethodHandles.publicLookup().findStatic(type, method, methodType);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
