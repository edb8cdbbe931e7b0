package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.DiagnosticCode;
import java.util.Arrays;

/**
 * Checks that code is well formed (§5.4): every instruction decodes, blocks nest, the outermost
 * {@code end} is the last byte. Types are the validator's business.
 */
final class CodeCheck {

  private static final int INITIAL_DEPTH = 32;

  private final CodeReader code;
  private Opcode[] open = new Opcode[INITIAL_DEPTH];
  private int depth;
  private final boolean hasDataCount;

  private CodeCheck(CodeReader code, boolean hasDataCount) {
    this.code = code;
    this.hasDataCount = hasDataCount;
  }

  /**
   * Checks a function's body. Code that runs over the end of the body is followed into what comes
   * behind, so that the error names the cause.
   *
   * @param hasDataCount whether the module has a data count section, without which no instruction
   *     may name a data segment
   */
  static void body(ByteSlice body, boolean hasDataCount) {
    int rest = body.array().length - body.offset();
    var open = new ByteSlice(body.array(), body.offset(), rest);
    var check = new CodeCheck(CodeReader.ofBody(open), hasDataCount);
    check.toEnd();
    int found = check.code.nextOffset();
    if (found != body.length()) {
      throw check.code.error(
          DiagnosticCode.SECTION_SIZE,
          "the body says " + body.length() + " bytes, its code takes " + found);
    }
  }

  /** Length in bytes of the expression that {@code bytes} starts with, its {@code end} included. */
  static int expressionLength(ByteSlice bytes) {
    var check = new CodeCheck(CodeReader.of(bytes), true);
    check.toEnd();
    return check.code.nextOffset();
  }

  private void toEnd() {
    push(Opcode.BLOCK);
    while (depth > 0) {
      step(code.next());
    }
  }

  private void step(Opcode opcode) {
    switch (opcode) {
      case BLOCK, LOOP, IF, TRY, TRY_TABLE -> push(opcode);
      case END -> depth--;
      case DELEGATE -> {
        require(open[depth - 1] == Opcode.TRY);
        depth--;
      }
      case ELSE -> {
        require(open[depth - 1] == Opcode.IF);
        open[depth - 1] = Opcode.ELSE;
      }
      case CATCH -> {
        require(open[depth - 1] == Opcode.TRY || open[depth - 1] == Opcode.CATCH);
        open[depth - 1] = Opcode.CATCH;
      }
      case CATCH_ALL -> {
        require(open[depth - 1] == Opcode.TRY || open[depth - 1] == Opcode.CATCH);
        open[depth - 1] = Opcode.CATCH_ALL;
      }
      case MEMORY_INIT, DATA_DROP, ARRAY_NEW_DATA, ARRAY_INIT_DATA -> {
        if (!hasDataCount) {
          throw code.error(DiagnosticCode.DATA_COUNT_REQUIRED, opcode.mnemonic());
        }
      }
      default -> {}
    }
  }

  private void push(Opcode opcode) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = opcode;
  }

  private void require(boolean nested) {
    if (!nested) {
      throw code.error(
          DiagnosticCode.END_EXPECTED, "found " + code.opcode().mnemonic() + " in another block");
    }
  }
}
