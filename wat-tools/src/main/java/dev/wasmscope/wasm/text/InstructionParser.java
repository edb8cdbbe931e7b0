package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.source.DiagnosticException;

/**
 * Parses instructions (§6.5), flat and folded, into bytes. What is wrong is reported, and parsing
 * goes on with the next instruction; the bytes stay well nested.
 */
final class InstructionParser {

  private static final int NO_FUNCTION = -1;

  private final TokenCursor cursor;
  private final ParseContext context;
  private final int function;
  private final ByteWriter out;
  private final BranchHints hints;
  private final LabelStack labels;
  private final ImmediateParser immediates;
  private final ConstructStack open = new ConstructStack();
  private final ByteWriter held = new ByteWriter();
  private final FlatParser flat;
  private final FoldedParser folded;
  private int hintAt = -1;

  /**
   * A parser that writes to {@code out}.
   *
   * @param function whose body this is, with offsets from the start of {@code out}; −1 for none
   */
  InstructionParser(
      TokenCursor cursor, ParseContext context, int function, ByteWriter out, BranchHints hints) {
    this.cursor = cursor;
    this.context = context;
    this.function = function;
    this.out = out;
    this.hints = hints;
    labels = new LabelStack(cursor, context.scopes(), function);
    immediates = new ImmediateParser(cursor, context, labels);
    flat = new FlatParser(this);
    folded = new FoldedParser(this);
  }

  /** A parser of constant expressions. */
  static InstructionParser ofConstants(TokenCursor cursor, ParseContext context, ByteWriter out) {
    return new InstructionParser(cursor, context, NO_FUNCTION, out, new BranchHints());
  }

  TokenCursor cursor() {
    return cursor;
  }

  LabelStack labels() {
    return labels;
  }

  ConstructStack open() {
    return open;
  }

  /** Parses up to the parenthesis that closes the one around, and stays there. */
  void sequence() {
    while (true) {
      if (open.isEmpty() && cursor.kind() == TokenKind.RIGHT) {
        return;
      }
      if (cursor.kind() == TokenKind.END) {
        closeAll();
        return;
      }
      step();
    }
  }

  /** Parses one folded instruction. */
  void single() {
    if (cursor.kind() != TokenKind.LEFT) {
      throw cursor.unexpected("an instruction in parentheses");
    }
    do {
      if (cursor.kind() == TokenKind.END) {
        closeAll();
        return;
      }
      step();
    } while (!open.isEmpty());
  }

  private void step() {
    int start = cursor.start();
    boolean quiet = open.top() == Construct.BROKEN && cursor.kind() != TokenKind.LEFT;
    try {
      if (cursor.branchHint() >= 0) {
        hintAt = cursor.branchHint();
      }
      switch (cursor.kind()) {
        case LEFT -> folded.left();
        case RIGHT -> folded.right();
        case KEYWORD -> flat.instruction();
        default -> throw cursor.unexpected("an instruction");
      }
    } catch (DiagnosticException e) {
      if (!quiet) {
        context.report(e.diagnostic());
      }
      recover(start);
    }
  }

  /** Goes to the next token with which an instruction may start or end. */
  private void recover(int start) {
    if (cursor.start() == start && cursor.kind() != TokenKind.END) {
      cursor.advance();
    }
    while (cursor.kind() != TokenKind.LEFT
        && cursor.kind() != TokenKind.RIGHT
        && cursor.kind() != TokenKind.END
        && !(cursor.kind() == TokenKind.KEYWORD && opcodeAtCursor() != null)) {
      cursor.advance();
    }
  }

  /** The row of the keyword at the cursor, or null. */
  Opcode opcodeAtCursor() {
    return Mnemonics.find(cursor.source(), cursor.start(), cursor.end());
  }

  /** Passes over the keyword of an instruction and says which it is. */
  Opcode takeOpcode() {
    Opcode opcode = cursor.kind() == TokenKind.KEYWORD ? opcodeAtCursor() : null;
    if (opcode == null) {
      throw cursor.unexpected("an instruction");
    }
    if (cursor.branchHint() >= 0) {
      hintAt = cursor.branchHint();
    }
    if (opcode.feature() != Feature.MVP) {
      context.require(opcode.feature(), cursor.span(), opcode.mnemonic());
    }
    cursor.advance();
    return opcode;
  }

  /** Writes the immediates of the instruction whose keyword starts at {@code start}, now. */
  void plain(Opcode opcode, int start) {
    int from = out.size();
    int hint = takeHint();
    try {
      immediates.instruction(opcode, out);
    } catch (DiagnosticException e) {
      out.truncate(from);
      throw e;
    }
    note(from, start, cursor.lastEnd());
    hint(opcode, hint, from);
  }

  /** Holds the instruction whose keyword starts at {@code start} back, in a new construct. */
  void hold(Opcode opcode, Construct construct, int start) {
    int from = held.size();
    int hint = takeHint();
    try {
      immediates.instruction(opcode, held);
    } catch (DiagnosticException e) {
      held.truncate(from);
      open.push(Construct.BROKEN, from, start, start);
      throw e;
    }
    open.push(construct, from, start, cursor.lastEnd());
    open.hint(hint, opcode);
  }

  /** Writes what the innermost construct holds back. */
  void release() {
    int from = out.size();
    out.tail(held, open.heldFrom());
    held.truncate(open.heldFrom());
    note(from, open.start(), open.end());
    hint(open.opcode(), open.hint(), from);
  }

  private int takeHint() {
    int hint = hintAt;
    hintAt = -1;
    return hint;
  }

  private void hint(Opcode opcode, int annotation, int offset) {
    if (annotation >= 0) {
      hints.add(context, annotation, opcode, offset);
    }
  }

  /** Writes a block that stands for one whose immediates were not understood. */
  void emitEmptyBlock(Opcode opcode, int start) {
    emit(opcode == Opcode.TRY_TABLE ? Opcode.BLOCK : opcode, start, cursor.lastEnd());
    out.u8(ImmediateParser.EMPTY_BLOCK);
  }

  int heldSize() {
    return held.size();
  }

  /** Writes an instruction without immediates that stands at {@code [start, end)}. */
  void emit(Opcode opcode, int start, int end) {
    int from = out.size();
    ImmediateParser.opcode(opcode, out);
    note(from, start, end);
  }

  private void note(int offset, int start, int end) {
    if (function != NO_FUNCTION) {
      context.map().instruction(function, offset, start, Math.max(start, end));
    }
  }

  /** Enters a block whose label's identifier starts at {@code id}, or has none. */
  void enter(int id, int idEnd) {
    try {
      int ordinal = labels.push(id, idEnd);
      nameLabel(ordinal, id, idEnd);
    } catch (DiagnosticException e) {
      context.report(e.diagnostic());
      labels.push(-1, -1);
    }
  }

  private void nameLabel(int ordinal, int id, int idEnd) {
    if (id >= 0 && function != NO_FUNCTION) {
      var text = new IdText();
      text.read(cursor.source(), id, idEnd);
      context.scopes().name(Names.NestedSpace.LABEL, function, ordinal, text.toString());
    }
  }

  /** Reports that a construct is not closed as it should be. */
  void reportUnexpected(String expected) {
    context.report(cursor.unexpected(expected).diagnostic());
  }

  private void closeAll() {
    if (!open.isEmpty()) {
      reportUnexpected(open.top().isFlat() ? "\"end\"" : "\")\"");
    }
    while (!open.isEmpty()) {
      folded.close(cursor.start(), cursor.start());
    }
  }
}
