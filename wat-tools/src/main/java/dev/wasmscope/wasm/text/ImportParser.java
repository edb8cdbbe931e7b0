package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.TagType;
import java.util.Map;

/** Parses imports (§6.6.14). */
final class ImportParser {

  private final TokenCursor cursor;
  private final ParseContext context;

  ImportParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /**
   * Parses {@code (import "module" "name" (kind …))}.
   *
   * @param next the indices that definitions to come will have
   * @return the index space of the import
   */
  NameUse.Space parse(Map<NameUse.Space, Integer> next) {
    var header = new DefinitionHeader(cursor, context);
    cursor.advance();
    cursor.advance();
    var source = new DefinitionHeader.Source(header.name(), header.name());
    if (cursor.kind() != TokenKind.LEFT) {
      throw cursor.unexpected("what is imported");
    }
    cursor.advance();
    ExternKind kind = FieldParser.externKind(cursor);
    cursor.advance();
    if (cursor.kind() == TokenKind.ID) {
      cursor.advance();
    }
    NameUse.Space space = FieldParser.spaceOf(kind);
    context.module().imports.add(source.of(type(kind, next.getOrDefault(space, 0))));
    cursor.expectRight();
    cursor.expectRight();
    return space;
  }

  private ExternType type(ExternKind kind, int index) {
    return switch (kind) {
      case FUNC -> {
        var parameters = new FunctionParameters(context, index);
        yield new ExternFunc(new TypeUseParser(cursor, context).index(parameters));
      }
      case TABLE -> new LimitsParser(cursor, context).tableType();
      case MEMORY -> new LimitsParser(cursor, context).memoryType();
      case GLOBAL -> new GlobalParser(cursor, context).type();
      case TAG ->
          new TagType(
              new TypeUseParser(cursor, context).index(new FunctionParameters(context, -1)));
    };
  }
}
