package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.CompiledEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;

/**
 * A class made of a function.
 *
 * @param bytes size of the class
 * @param split whether the function is in several methods
 * @param methods the method for each way of calling it
 */
record CompiledUnit(
    WasmFunction function,
    Class<?> type,
    CompiledEntry entry,
    Signature signature,
    int bytes,
    boolean split,
    Map<Link, String> methods) {

  /** What compiled code is to call. */
  MethodHandle handle(Link link) {
    MethodType method =
        MethodType.fromMethodDescriptorString(
            signature.method().descriptorString(), type.getClassLoader());
    try {
      return MethodHandles.publicLookup().findStatic(type, methods.get(link), method);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
