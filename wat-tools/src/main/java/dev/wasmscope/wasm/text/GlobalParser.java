package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.ValType;

/** Parses globals (§6.6.10). */
final class GlobalParser {

  private final TokenCursor cursor;
  private final ParseContext context;

  GlobalParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** Parses {@code (global …)}. */
  void parse(int index) {
    var header = new DefinitionHeader(cursor, context);
    DefinitionHeader.Source source = header.exportsAndImport(ExternKind.GLOBAL, index);
    GlobalType type = type();
    if (source != null) {
      context.module().imports.add(source.of(type));
    } else {
      context
          .module()
          .globals
          .add(new Global(type, new ExpressionParser(cursor, context).sequence()));
    }
    cursor.expectRight();
  }

  /** A global type (§6.4.12). */
  GlobalType type() {
    var types = new TypeParser(cursor, context);
    if (!cursor.skipLeft("mut")) {
      return new GlobalType(types.valType(), false);
    }
    ValType type = types.valType();
    cursor.expectRight();
    return new GlobalType(type, true);
  }
}
