package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.valid.OperandTypes;
import java.util.List;

/** The types of the operands of a stopped frame, found again from its code. */
final class OperandKinds {

  private OperandKinds() {}

  /** Types of the operands that are there, bottom to top, in the store's canonical numbers. */
  static List<ValType> at(InterpFrame frame) {
    Instance instance = frame.code.instance;
    List<ValType> types = OperandTypes.at(instance.validation(), frame.place());
    // In a frame that calls, the arguments have become locals of the frame called.
    int there = Math.min(types.size(), frame.operandCount());
    return types.subList(0, there).stream().map(t -> instance.toStore().rename(t)).toList();
  }
}
