package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.TokenCursor;
import dev.wasmscope.wasm.text.TokenKind;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Finds out how a module is given: written out, quoted or in the binary format. */
final class ModuleParser {

  private final TokenCursor cursor;
  private final Span span;

  ModuleParser(TokenCursor cursor, int start, int end) {
    this.cursor = cursor;
    this.span = new Span(start, end);
  }

  /** {@code (module …)} as a command. */
  Command command() {
    cursor.advance();
    cursor.advance();
    if (cursor.skipKeyword("instance")) {
      var instance = new Command.ModuleInstance(span, cursor.identifier(), cursor.identifier());
      cursor.expectRight();
      return instance;
    }
    if (cursor.skipKeyword("definition")) {
      Optional<String> name = cursor.identifier();
      return new Command.ModuleDefinition(span, name, contents(cursor.start()));
    }
    Optional<String> name = cursor.identifier();
    return new Command.Module(span, name, contents(span.start()));
  }

  /** {@code (module …)} in an assertion. */
  ModuleSource source() {
    cursor.advance();
    cursor.advance();
    boolean definition = cursor.skipKeyword("definition");
    cursor.identifier();
    return contents(definition ? cursor.start() : span.start());
  }

  /**
   * The module behind its identifier.
   *
   * @param textStart where the text of a module that is written out starts
   */
  private ModuleSource contents(int textStart) {
    if (cursor.skipKeyword("binary")) {
      return new ModuleSource.Binary(span, strings());
    }
    if (cursor.skipKeyword("quote")) {
      return new ModuleSource.Quoted(span, strings());
    }
    int end = textStart == span.start() ? span.end() : span.end() - 1;
    var text = new ByteSlice(cursor.source(), textStart, end - textStart);
    return new ModuleSource.Text(span, text);
  }

  private ByteSlice strings() {
    var bytes = new ByteArrayOutputStream();
    while (cursor.kind() == TokenKind.STRING) {
      bytes.writeBytes(cursor.string("a string"));
    }
    cursor.expectRight();
    return ByteSlice.of(bytes.toByteArray());
  }
}
