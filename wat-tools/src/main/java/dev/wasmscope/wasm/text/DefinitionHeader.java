package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.type.ExternType;
import java.nio.charset.StandardCharsets;

/** Parses what definitions have in common: identifiers, inline exports and imports (§6.6). */
final class DefinitionHeader {

  /** The two names of an inline import. */
  record Source(String module, String name) {

    Import of(ExternType type) {
      return new Import(module, name, type);
    }
  }

  private final TokenCursor cursor;
  private final ParseContext context;

  DefinitionHeader(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
  }

  /** Passes over {@code (keyword $id}; the identifier has been bound before. */
  void skipIdentifier() {
    cursor.advance();
    cursor.advance();
    if (cursor.kind() == TokenKind.ID) {
      cursor.advance();
    }
  }

  /** Takes inline exports, then an inline import, which is null where there is none. */
  Source exportsAndImport(ExternKind kind, int index) {
    skipIdentifier();
    while (cursor.skipLeft("export")) {
      context.module().exports.add(new Export(name(), kind, index));
      cursor.expectRight();
    }
    if (!cursor.skipLeft("import")) {
      return null;
    }
    var source = new Source(name(), name());
    cursor.expectRight();
    return source;
  }

  /** A name (§6.3.4): a string in UTF-8. */
  String name() {
    if (cursor.kind() != TokenKind.STRING) {
      throw cursor.unexpected("a name in quotes");
    }
    byte[] bytes = StringLiteral.decode(cursor.source(), cursor.start(), cursor.end());
    if (!Utf8.isWellFormed(bytes, 0, bytes.length)) {
      throw new DiagnosticException(
          Diagnostic.error(DiagnosticCode.UTF8, cursor.span(), "in a name"));
    }
    cursor.advance();
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
