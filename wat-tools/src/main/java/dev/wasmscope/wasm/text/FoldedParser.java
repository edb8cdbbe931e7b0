package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.instr.Opcode;

/** Parses instructions with their operands in parentheses (§6.5.12). */
final class FoldedParser {

  private final InstructionParser parser;
  private final TokenCursor cursor;
  private final ConstructStack open;

  FoldedParser(InstructionParser parser) {
    this.parser = parser;
    cursor = parser.cursor();
    open = parser.open();
  }

  /** Parses what the parenthesis at the cursor begins, up to its operands or contents. */
  void left() {
    Construct top = open.top();
    switch (top) {
      case null -> instruction();
      case IF_CONDITION -> {
        if (cursor.atLeft("then")) {
          then();
        } else {
          instruction();
        }
      }
      case IF_THEN -> arm("else", Opcode.ELSE, Construct.IF_ELSE);
      case TRY -> arm("do", null, Construct.TRY_DO);
      case TRY_DO, TRY_CATCH -> handler();
      case IF_ELSE, TRY_CATCH_ALL, TRY_DELEGATE -> throw surplus();
      default -> instruction();
    }
  }

  private RuntimeException surplus() {
    var error = cursor.unexpected("\")\"");
    int start = cursor.start();
    cursor.advance();
    open.push(Construct.BROKEN, parser.heldSize(), start, start);
    return error;
  }

  private void then() {
    int id = open.id();
    int idEnd = open.idEnd();
    parser.release();
    parser.enter(id, idEnd);
    open.replaceTop(Construct.IF_THEN);
    pushArm();
  }

  /** Passes over {@code (keyword}, which begins instructions up to a parenthesis. */
  private void pushArm() {
    int start = cursor.start();
    cursor.advance();
    cursor.advance();
    open.push(Construct.ARM, parser.heldSize(), start, start);
  }

  private void arm(String keyword, Opcode opcode, Construct then) {
    if (!cursor.atLeft(keyword)) {
      throw misplaced("\"(" + keyword + "\"");
    }
    if (opcode != null) {
      parser.emit(opcode, cursor.followingStart(), cursor.followingEnd());
    }
    open.replaceTop(then);
    pushArm();
  }

  private RuntimeException misplaced(String expected) {
    int start = cursor.start();
    cursor.advance();
    var error = cursor.unexpected(expected);
    open.push(Construct.BROKEN, parser.heldSize(), start, start);
    return error;
  }

  private void handler() {
    if (cursor.atLeft("catch_all")) {
      arm("catch_all", Opcode.CATCH_ALL, Construct.TRY_CATCH_ALL);
    } else if (cursor.atLeft("catch")) {
      open.replaceTop(Construct.TRY_CATCH);
      int start = cursor.followingStart();
      pushArm();
      parser.plain(Opcode.CATCH, start);
    } else if (cursor.atLeft("delegate") && open.top() == Construct.TRY_DO) {
      delegate();
    } else {
      throw misplaced("\"(catch\", \"(catch_all\" or \")\"");
    }
  }

  private void delegate() {
    int start = cursor.followingStart();
    cursor.advance();
    cursor.advance();
    parser.labels().pop();
    open.replaceTop(Construct.TRY_DELEGATE);
    parser.plain(Opcode.DELEGATE, start);
    cursor.expectRight();
  }

  private void instruction() {
    int left = cursor.start();
    cursor.advance();
    int start = cursor.start();
    Opcode opcode = cursor.kind() == TokenKind.KEYWORD ? parser.opcodeAtCursor() : null;
    if (opcode == null || FlatParser.isDelimiter(opcode)) {
      var error = cursor.unexpected("an instruction");
      open.push(Construct.BROKEN, parser.heldSize(), left, left);
      throw error;
    }
    parser.takeOpcode();
    switch (opcode) {
      case BLOCK, LOOP, TRY_TABLE -> block(opcode, Construct.BLOCK, start);
      case TRY -> block(opcode, Construct.TRY, start);
      case IF -> condition(opcode, start);
      default -> parser.hold(opcode, Construct.OPERANDS, start);
    }
  }

  private void block(Opcode opcode, Construct construct, int start) {
    boolean labelled = cursor.kind() == TokenKind.ID;
    int id = labelled ? cursor.start() : -1;
    int idEnd = cursor.end();
    if (labelled) {
      cursor.advance();
    }
    parser.hold(opcode, construct, start);
    parser.release();
    parser.enter(id, idEnd);
  }

  private void condition(Opcode opcode, int start) {
    boolean labelled = cursor.kind() == TokenKind.ID;
    int id = labelled ? cursor.start() : -1;
    int idEnd = cursor.end();
    if (labelled) {
      cursor.advance();
    }
    parser.hold(opcode, Construct.IF_CONDITION, start);
    open.label(id, idEnd);
  }

  /** Closes what is open at the parenthesis at the cursor. */
  void right() {
    Construct top = open.top();
    if (top.isFlat()) {
      parser.reportUnexpected("\"end\"");
      close(cursor.start(), cursor.start());
      return;
    }
    switch (top) {
      case IF_CONDITION -> parser.reportUnexpected("\"(then\"");
      case TRY -> parser.reportUnexpected("\"(do\"");
      default -> {}
    }
    int start = cursor.start();
    int end = cursor.end();
    close(start, end);
    cursor.advance();
  }

  /** Ends the innermost construct; an instruction that ends it stands at {@code [start, end)}. */
  void close(int start, int end) {
    switch (open.top()) {
      case OPERANDS -> parser.release();
      case ARM, BROKEN, TRY_DELEGATE -> {}
      case IF_CONDITION -> {
        parser.release();
        parser.emit(Opcode.END, start, end);
      }
      default -> {
        parser.emit(Opcode.END, start, end);
        parser.labels().pop();
      }
    }
    open.pop();
  }
}
