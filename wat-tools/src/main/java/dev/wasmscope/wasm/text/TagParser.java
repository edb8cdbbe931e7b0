package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.type.TagType;

/** Parses tags (§6.6.11). */
final class TagParser {

  private final TokenCursor cursor;
  private final ParseContext context;

  TagParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** Parses {@code (tag …)}. */
  void parse(int index) {
    var header = new DefinitionHeader(cursor, context);
    DefinitionHeader.Source source = header.exportsAndImport(ExternKind.TAG, index);
    var parameters = new FunctionParameters(context, -1);
    var type = new TagType(new TypeUseParser(cursor, context).index(parameters));
    if (source != null) {
      context.module().imports.add(source.of(type));
    } else {
      context.module().tags.add(type);
    }
    cursor.expectRight();
  }
}
