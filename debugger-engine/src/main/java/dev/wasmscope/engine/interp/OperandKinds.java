package dev.wasmscope.engine.interp;

import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** The types of the operands of a stopped frame, found again from its code. */
final class OperandKinds {

  private OperandKinds() {}

  /** Types of the operands that are there, bottom to top, in the store's canonical numbers. */
  static List<ValType> at(InterpFrame frame) {
    return List.of();
  }
}
