package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.CompiledEntry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A class made of a function, or of it from a loop on.
 *
 * @param loops offsets of those that {@code entry}, a {@link LoopingEntry} then, leads to as well
 * @param bytes size of the class
 * @param parts number of methods that the function is in
 * @param frame Java variables that a call of it takes at most
 * @param method what is called for the function's results
 * @param warmth whether it may be executed
 */
record CompiledUnit(
    WasmFunction function,
    Class<?> type,
    CompiledEntry entry,
    List<Integer> loops,
    Signature signature,
    int bytes,
    int parts,
    int frame,
    String method,
    Warmth warmth) {

  /** The ways into its loops, by their offsets. */
  Map<Integer, CompiledEntry> loopEntries() {
    Map<Integer, CompiledEntry> entries = new HashMap<>();
    for (int i = 0; i < loops.size(); i++) {
      entries.put(loops.get(i), ((LoopingEntry) entry).at(i));
    }
    return entries;
  }

  /** What stands for the function; nothing does for a loop. */
  Callee callee() {
    return (Callee) entry;
  }

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
