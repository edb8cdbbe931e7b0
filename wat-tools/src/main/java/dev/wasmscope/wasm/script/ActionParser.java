package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.TokenCursor;
import dev.wasmscope.wasm.text.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses {@code (invoke …)} and {@code (get …)}. */
final class ActionParser {

  private final TokenCursor cursor;

  ActionParser(TokenCursor cursor) {
    this.cursor = cursor;
  }

  Action action() {
    int start = cursor.start();
    if (cursor.skipLeft("get")) {
      Optional<String> module = cursor.identifier();
      String export = export();
      Span span = end(start);
      return new Action.Get(span, module, export);
    }
    if (!cursor.skipLeft("invoke")) {
      throw cursor.unexpected("\"(invoke\" or \"(get\"");
    }
    Optional<String> module = cursor.identifier();
    String export = export();
    List<Literal> arguments = new ArrayList<>();
    while (cursor.kind() == TokenKind.LEFT) {
      arguments.add(new LiteralParser(cursor).literal());
    }
    return new Action.Invoke(end(start), module, export, arguments);
  }

  private Span end(int start) {
    cursor.expectRight();
    return new Span(start, cursor.lastEnd());
  }

  private String export() {
    return new String(cursor.string("the name of an export"), StandardCharsets.UTF_8);
  }
}
