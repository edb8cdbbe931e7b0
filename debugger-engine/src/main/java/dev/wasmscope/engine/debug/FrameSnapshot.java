package dev.wasmscope.engine.debug;

import dev.wasmscope.wasm.module.Place;
import java.util.List;
import java.util.Optional;

/**
 * An activation of a function at a stop.
 *
 * @param level 0 for the innermost
 * @param function what users call the function
 * @param module name of the module it belongs to; empty where it has none
 * @param place the instruction to be executed next, or the call that is going on; empty for a
 *     function of the host
 * @param parameters how many of the locals are parameters
 * @param locals parameters and locals by index
 * @param operands the operand stack of this activation, bottom first
 */
public record FrameSnapshot(
    int level,
    String function,
    String module,
    Optional<Place> place,
    int parameters,
    List<Variable> locals,
    List<Variable> operands) {

  public FrameSnapshot {
    locals = List.copyOf(locals);
    operands = List.copyOf(operands);
  }
}
