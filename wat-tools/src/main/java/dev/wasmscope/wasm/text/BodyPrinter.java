package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticException;

/** Prints the instructions of a function, one to a line (§6.5). */
final class BodyPrinter {

  private final TextBuilder out;
  private final SpanListener map;
  private final InstructionPrinter instructions;
  private final PrintLabels labels;
  private final int function;
  private final int indentation;

  /**
   * Prints to {@code out}.
   *
   * @param indentation steps of indentation of the outermost instructions
   */
  BodyPrinter(
      TextBuilder out,
      SpanListener map,
      InstructionPrinter instructions,
      PrintLabels labels,
      int function,
      int indentation) {
    this.out = out;
    this.map = map;
    this.instructions = instructions;
    this.labels = labels;
    this.function = function;
    this.indentation = indentation;
  }

  /**
   * Prints up to the final {@code end}, whose offset is the result; −1 where the code is malformed,
   * which a comment says.
   */
  int print(CodeReader code) {
    try {
      while (!code.atEnd()) {
        Opcode opcode = code.next();
        if (opcode == Opcode.END && labels.depth() == 0) {
          return code.offset();
        }
        instruction(opcode, code);
      }
    } catch (DiagnosticException e) {
      out.newLine(indentation).add("(; ").add(e.diagnostic().message()).add(" ;)");
    }
    return -1;
  }

  private void instruction(Opcode opcode, CodeReader code) {
    boolean closes = opcode == Opcode.END || opcode == Opcode.DELEGATE;
    if (closes) {
      labels.leave();
    }
    boolean dedents = FlatParser.isDelimiter(opcode) && !closes && labels.depth() > 0;
    out.newLine(indentation + labels.depth() - (dedents ? 1 : 0));
    int start = out.size();
    if (isBlock(opcode)) {
      block(opcode, code);
    } else {
      instructions.print(code);
    }
    map.instruction(function, code.offset(), start, out.size());
  }

  private void block(Opcode opcode, CodeReader code) {
    out.add(opcode.mnemonic());
    Identifier label = labels.next();
    if (label != null) {
      label.print(out);
    }
    instructions.immediates(opcode, code);
    labels.enter();
  }

  static boolean isBlock(Opcode opcode) {
    return switch (opcode) {
      case BLOCK, LOOP, IF, TRY, TRY_TABLE -> true;
      default -> false;
    };
  }
}
