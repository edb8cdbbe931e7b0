package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.CodeReader;
import java.nio.charset.StandardCharsets;

/** The words of single instructions, as strings. */
final class FoldedText {

  private final TextBuilder scratch;
  private final InstructionPrinter instructions;

  /**
   * Words of instructions.
   *
   * @param scratch what {@code instructions} prints to
   */
  FoldedText(TextBuilder scratch, InstructionPrinter instructions) {
    this.scratch = scratch;
    this.instructions = instructions;
  }

  /** Keyword, label if there is one, and immediates of what {@code code} has just read. */
  String of(CodeReader code, Identifier label) {
    scratch.clear();
    scratch.add(code.opcode().mnemonic());
    if (label != null) {
      label.print(scratch);
    }
    instructions.immediates(code.opcode(), code);
    return new String(scratch.toBytes(), StandardCharsets.UTF_8);
  }
}
