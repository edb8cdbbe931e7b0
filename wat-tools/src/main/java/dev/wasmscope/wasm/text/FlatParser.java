package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticException;

/** Parses instructions in the order in which they run, {@code block … end} (§6.5). */
final class FlatParser {

  private final InstructionParser parser;
  private final TokenCursor cursor;
  private final ConstructStack open;

  FlatParser(InstructionParser parser) {
    this.parser = parser;
    cursor = parser.cursor();
    open = parser.open();
  }

  /** Parses the instruction whose keyword is at the cursor. */
  void instruction() {
    if (!open.isEmpty() && !open.top().holdsInstructions()) {
      throw cursor.unexpected("\"(\" or \")\"");
    }
    int start = cursor.start();
    Opcode opcode = parser.opcodeAtCursor();
    if (opcode != null && isDelimiter(opcode) && !fits(opcode)) {
      throw cursor.unexpected("an instruction; no block is open that could go on with this");
    }
    opcode = parser.takeOpcode();
    switch (opcode) {
      case BLOCK, LOOP, TRY_TABLE -> block(opcode, Construct.FLAT_BLOCK, start);
      case IF -> block(opcode, Construct.FLAT_IF, start);
      case TRY -> block(opcode, Construct.FLAT_TRY, start);
      case END -> end(start);
      case ELSE -> {
        open.replaceTop(Construct.FLAT_ELSE);
        parser.emit(opcode, start, cursor.lastEnd());
        parser.labels().skipRepeated();
      }
      case CATCH -> {
        open.replaceTop(Construct.FLAT_CATCH);
        parser.plain(opcode, start);
      }
      case CATCH_ALL -> {
        open.replaceTop(Construct.FLAT_CATCH_ALL);
        parser.emit(opcode, start, cursor.lastEnd());
      }
      case DELEGATE -> {
        parser.labels().pop();
        open.pop();
        parser.plain(opcode, start);
      }
      default -> parser.plain(opcode, start);
    }
  }

  /** Whether the instruction goes on with or ends a block that another one began. */
  static boolean isDelimiter(Opcode opcode) {
    return switch (opcode) {
      case END, ELSE, CATCH, CATCH_ALL, DELEGATE -> true;
      default -> false;
    };
  }

  private boolean fits(Opcode delimiter) {
    Construct top = open.top();
    if (top == null || !top.isFlat()) {
      return false;
    }
    return switch (delimiter) {
      case END -> true;
      case ELSE -> top == Construct.FLAT_IF;
      case DELEGATE -> top == Construct.FLAT_TRY;
      default -> top == Construct.FLAT_TRY || top == Construct.FLAT_CATCH;
    };
  }

  /** The label is in scope only behind the immediates. */
  private void block(Opcode opcode, Construct construct, int start) {
    boolean labelled = cursor.kind() == TokenKind.ID;
    int id = labelled ? cursor.start() : -1;
    int idEnd = cursor.end();
    if (labelled) {
      cursor.advance();
    }
    try {
      parser.hold(opcode, construct, start);
      parser.release();
    } catch (DiagnosticException e) {
      open.replaceTop(construct);
      parser.emitEmptyBlock(opcode, start);
      throw e;
    } finally {
      parser.enter(id, idEnd);
    }
  }

  private void end(int start) {
    parser.emit(Opcode.END, start, cursor.lastEnd());
    open.pop();
    try {
      parser.labels().skipRepeated();
    } finally {
      parser.labels().pop();
    }
  }
}
