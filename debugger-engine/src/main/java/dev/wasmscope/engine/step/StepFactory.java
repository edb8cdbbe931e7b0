package dev.wasmscope.engine.step;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.wasm.binary.CodeReader;

/** Makes the step of one kind of instruction. */
@FunctionalInterface
public interface StepFactory {

  /**
   * The step of the instruction that {@code code} has just read.
   *
   * @param instance resolves its indices
   */
  Step make(CodeReader code, Instance instance);
}
