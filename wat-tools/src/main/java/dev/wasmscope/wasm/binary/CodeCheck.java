package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;

/**
 * Checks that code is well formed (§5.4): every instruction decodes, blocks nest, the outermost
 * {@code end} is the last byte. Types are the validator's business.
 */
final class CodeCheck {

  private static final int INITIAL_DEPTH = 32;

  private final CodeReader code;
  private final ByteSlice bytes;
  private Opcode[] open = new Opcode[INITIAL_DEPTH];
  private int depth;
  private boolean usesData;

  private CodeCheck(ByteSlice bytes, CodeReader code) {
    this.bytes = bytes;
    this.code = code;
  }

  /**
   * Checks a function's body.
   *
   * @return whether it names a data segment, which asks for a data count section
   */
  static boolean body(ByteSlice body) {
    var check = new CodeCheck(body, CodeReader.ofBody(body));
    check.toEnd();
    if (!check.code.atEnd()) {
      throw check.error(DiagnosticCode.SECTION_SIZE, "the body goes on behind its end");
    }
    return check.usesData;
  }

  /** Length in bytes of the expression that {@code bytes} starts with, its {@code end} included. */
  static int expressionLength(ByteSlice bytes) {
    var check = new CodeCheck(bytes, CodeReader.of(bytes));
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
      case MEMORY_INIT, DATA_DROP, ARRAY_NEW_DATA, ARRAY_INIT_DATA -> usesData = true;
      default -> {}
    }
  }

  private void push(Opcode opcode) {
    if (depth == open.length) {
      open = java.util.Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = opcode;
  }

  private void require(boolean nested) {
    if (!nested) {
      throw error(
          DiagnosticCode.END_EXPECTED, "found " + code.opcode().mnemonic() + " in another block");
    }
  }

  private DiagnosticException error(DiagnosticCode rule, String detail) {
    var in = new ByteReader(bytes);
    in.seek(bytes.offset() + code.nextOffset());
    return in.error(rule, bytes.offset() + code.offset(), detail);
  }
}
