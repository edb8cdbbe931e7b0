package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.Optional;

/**
 * An activation of a function on a thread's stack. Read it on the thread itself, inside a probe, or
 * while the thread is stopped.
 */
public interface FrameView {

  /** The thread whose stack this frame is on. */
  WasmThread thread();

  /** The function being executed. */
  WasmFunction function();

  /** The instance whose function it is. */
  default Instance instance() {
    return function().instance();
  }

  /**
   * The instruction about to be executed; in a frame that is not innermost, the call being made; in
   * a frame that trapped, the instruction that trapped.
   */
  Place place();

  /** How many frames are below this one on the stack; 0 for the outermost. */
  int depth();

  /** The frame that called this one. */
  Optional<FrameView> caller();

  /** Number of locals, parameters included. */
  int localCount();

  /** The type of a local, in the store's canonical numbers. */
  ValType localType(int local);

  /** The value of a local. */
  Value local(int local);

  /** Number of operands on the stack. */
  int operandCount();

  /** The operands, bottom to top. */
  List<Value> operands();

  /** Raw bits of a local that is a number; cheaper than {@link #local}. */
  long localBits(int local);

  /**
   * Raw bits of an operand that is a number; cheaper than {@link #operands}.
   *
   * @param fromTop 0 is the top of the stack
   */
  long operandBits(int fromTop);

  /** The way to change this frame. */
  FrameEditor editor();
}
