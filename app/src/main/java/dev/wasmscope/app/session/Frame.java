package dev.wasmscope.app.session;

import dev.wasmscope.wasm.module.Place;
import java.util.List;
import java.util.Optional;

/**
 * One frame of a halted program.
 *
 * @param function its function's name, such as {@code $main}
 * @param place the instruction it stands at; empty for a function of the host
 * @param locals parameters first, then locals
 * @param operands the operand stack, top first
 */
public record Frame(
    String function, Optional<Place> place, List<Variable> locals, List<Variable> operands) {
  /** Copies the lists. */
  public Frame {
    locals = List.copyOf(locals);
    operands = List.copyOf(operands);
  }
}
