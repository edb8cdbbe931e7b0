package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.SegmentMode;
import java.io.ByteArrayOutputStream;

/** Parses data segments (§6.6.13). */
final class DataParser {

  private final TokenCursor cursor;
  private final ParseContext context;

  DataParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** Parses {@code (data …)}. */
  void parse() {
    new DefinitionHeader(cursor, context).skipIdentifier();
    SegmentMode mode = mode();
    context.module().data.add(new DataSegment(strings(), mode));
    cursor.expectRight();
  }

  private SegmentMode mode() {
    int memory = 0;
    if (cursor.skipLeft("memory")) {
      memory = context.scopes().of(NameUse.Space.MEMORY).resolve(cursor);
      cursor.expectRight();
    } else if (cursor.kind() == TokenKind.STRING || cursor.kind() == TokenKind.RIGHT) {
      return new SegmentMode.Passive();
    } else if (cursor.kind() == TokenKind.NATURAL || cursor.kind() == TokenKind.ID) {
      memory = context.scopes().of(NameUse.Space.MEMORY).resolve(cursor);
    }
    ByteSlice offset = new ExpressionParser(cursor, context).abbreviated("offset");
    return new SegmentMode.Active(memory, offset);
  }

  /** The bytes of all strings at the cursor, one behind the other. */
  ByteSlice strings() {
    var bytes = new ByteArrayOutputStream();
    while (cursor.kind() == TokenKind.STRING) {
      StringLiteral.decode(cursor.source(), cursor.start(), cursor.end(), bytes);
      cursor.advance();
    }
    return ByteSlice.of(bytes.toByteArray());
  }
}
