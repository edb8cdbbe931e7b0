package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.Value;

/**
 * Changes a frame. Values must be of the type of what they replace, references of a subtype; else
 * an {@link IllegalArgumentException} says expected and found.
 */
public interface FrameEditor {

  /** Replaces a local's value. */
  void setLocal(int local, Value value);

  /**
   * Replaces an operand.
   *
   * @param operand counted from the bottom, as in {@link FrameView#operands}
   */
  void setOperand(int operand, Value value);
}
