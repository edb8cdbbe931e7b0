package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.CompiledEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A class made of a function. */
record CompiledUnit(
    WasmFunction function, Class<?> type, CompiledEntry entry, Signature signature) {

  /** What compiled code is to call. */
  MethodHandle handle() {
    MethodType method =
        MethodType.fromMethodDescriptorString(
            signature.method().descriptorString(), type.getClassLoader());
    try {
      return MethodHandles.publicLookup().findStatic(type, "body", method);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
