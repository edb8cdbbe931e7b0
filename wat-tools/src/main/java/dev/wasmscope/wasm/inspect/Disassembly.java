package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.binary.Instruction;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.IndexSpaces;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Shows the code of functions byte for byte. */
public final class Disassembly {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private Disassembly() {}

  /**
   * The instructions of a function that the module defines, behind a line for its local
   * declarations if it has any.
   *
   * @throws dev.wasmscope.wasm.source.DiagnosticException if the code is malformed
   */
  public static List<DisassembledLine> of(IndexSpaces spaces, int function) {
    ByteSlice body = spaces.defined(function).body();
    var text = new InstructionText(spaces, function);
    List<DisassembledLine> lines = new ArrayList<>();
    LocalDeclarations locals = LocalDeclarations.read(body);
    if (!locals.runs().isEmpty()) {
      lines.add(line(body, 0, locals.codeOffset(), 1, locals(locals)));
    }
    CodeReader code = CodeReader.at(body, locals.codeOffset());
    int depth = 1;
    while (!code.atEnd()) {
      Opcode opcode = code.next();
      int shown = closes(opcode) ? Math.max(0, depth - 1) : depth;
      lines.add(line(body, code.offset(), code.nextOffset(), shown, text.of(Instruction.of(code))));
      depth = after(opcode, depth);
    }
    return lines;
  }

  private static DisassembledLine line(ByteSlice body, int from, int to, int depth, String text) {
    int start = body.offset() + from;
    String bytes = HEX.formatHex(body.array(), start, body.offset() + to);
    return new DisassembledLine(start, from, bytes, depth, text);
  }

  private static String locals(LocalDeclarations locals) {
    var text = new StringBuilder("(local");
    for (LocalDeclarations.Run run : locals.runs()) {
      text.append(' ').append(run.type());
      if (run.count() != 1) {
        text.append('*').append(Integer.toUnsignedString(run.count()));
      }
    }
    return text.append(')').toString();
  }

  private static boolean closes(Opcode opcode) {
    return switch (opcode) {
      case END, ELSE, CATCH, CATCH_ALL, DELEGATE -> true;
      default -> false;
    };
  }

  private static int after(Opcode opcode, int depth) {
    return switch (opcode) {
      case BLOCK, LOOP, IF, TRY, TRY_TABLE -> depth + 1;
      case END, DELEGATE -> Math.max(0, depth - 1);
      default -> depth;
    };
  }
}
