package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.runtime.WasmFunction;

/** A function compiled: what is known of the places where its code can be left. */
public interface CompiledCode {

  /** The place of a function that has just been called. */
  int ENTRY = 0;

  WasmFunction function();

  /** The offset in the body of a place. */
  int offset(int place);

  /**
   * Whether the instruction at a place traps where Java finds a null, an index or a cast wrong: its
   * exception is to be taken for {@link Leave} then.
   */
  boolean failsWithJava(int place);

  /** Whether the probes of the instruction at a place have been heard there. */
  boolean heard(int place);

  /** The frame that has come to {@code place} with these values. */
  HeapFrame frame(int place, FrameDump values);
}
