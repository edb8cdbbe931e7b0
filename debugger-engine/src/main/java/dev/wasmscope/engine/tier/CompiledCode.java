package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.runtime.WasmFunction;

/** A function compiled: what is known of the places where its code can be left. */
public interface CompiledCode {

  WasmFunction function();

  /** The offset in the body of a place. */
  int offset(int place);

  /** The frame that has come to {@code place} with these values. */
  HeapFrame frame(int place, FrameDump values);
}
