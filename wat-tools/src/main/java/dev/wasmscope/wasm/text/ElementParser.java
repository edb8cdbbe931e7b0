package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.RefType;
import java.util.ArrayList;
import java.util.List;

/** Parses element segments (§6.6.12). */
final class ElementParser {

  private static final RefType FUNCTION = new RefType(false, AbsHeapType.FUNC);

  private final TokenCursor cursor;
  private final ParseContext context;
  private final TypeParser types;

  ElementParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
    types = new TypeParser(cursor, context);
  }

  /** Parses {@code (elem …)}. */
  void parse() {
    new DefinitionHeader(cursor, context).skipIdentifier();
    if (cursor.skipKeyword("declare")) {
      list(new SegmentMode.Declarative(), false);
    } else if (cursor.atKeyword("func") || types.atRefType()) {
      list(new SegmentMode.Passive(), false);
    } else {
      active();
    }
    cursor.expectRight();
  }

  private void active() {
    int table = 0;
    boolean tableGiven = cursor.skipLeft("table");
    if (tableGiven) {
      table = context.scopes().of(NameUse.Space.TABLE).resolve(cursor);
      cursor.expectRight();
    } else if (cursor.kind() == TokenKind.NATURAL || cursor.kind() == TokenKind.ID) {
      table = context.scopes().of(NameUse.Space.TABLE).resolve(cursor);
    }
    ByteSlice offset = new ExpressionParser(cursor, context).abbreviated("offset");
    list(new SegmentMode.Active(table, offset), true);
  }

  /**
   * Parses a list of elements.
   *
   * @param bare whether function indices may stand without the keyword {@code func}
   */
  private void list(SegmentMode mode, boolean bare) {
    if (types.atRefType()) {
      RefType type = types.refType();
      add(new ElementSegment(type, expressions(), mode));
      return;
    }
    boolean keyword = cursor.skipKeyword("func");
    if (!keyword && !bare) {
      throw cursor.unexpected("func or a reference type");
    }
    add(new ElementSegment(FUNCTION, functions(), mode));
  }

  private void add(ElementSegment segment) {
    context.module().elements.add(segment);
  }

  private ElementSegment.Functions functions() {
    List<Integer> indices = new ArrayList<>();
    while (cursor.kind() != TokenKind.RIGHT) {
      indices.add(context.scopes().of(NameUse.Space.FUNCTION).resolve(cursor));
    }
    return new ElementSegment.Functions(indices);
  }

  private ElementSegment.Expressions expressions() {
    List<ByteSlice> expressions = new ArrayList<>();
    while (cursor.kind() != TokenKind.RIGHT && cursor.kind() != TokenKind.END) {
      expressions.add(new ExpressionParser(cursor, context).abbreviated("item"));
    }
    return new ElementSegment.Expressions(expressions);
  }

  /** The elements inside a table: expressions or function indices. */
  ElementSegment.Items impliedItems() {
    return cursor.kind() == TokenKind.LEFT ? expressions() : functions();
  }
}
