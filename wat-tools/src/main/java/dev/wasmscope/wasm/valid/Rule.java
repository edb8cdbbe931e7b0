package dev.wasmscope.wasm.valid;

/** How one instruction changes the types on the operand stack (§3.4). */
@FunctionalInterface
interface Rule {

  /** Checks the instruction that {@code code.in} has just read. */
  void check(CodeValidator code);
}
