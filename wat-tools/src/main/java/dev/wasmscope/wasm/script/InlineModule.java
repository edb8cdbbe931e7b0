package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.Keywords;
import dev.wasmscope.wasm.text.TokenCursor;
import dev.wasmscope.wasm.text.TokenKind;
import java.util.Optional;

/** Fields of a module without the parentheses around them. */
final class InlineModule {

  private InlineModule() {}

  static boolean isAt(TokenCursor cursor) {
    return Keywords.FIELDS.stream().anyMatch(cursor::atLeft);
  }

  /** Takes in all fields at the cursor as one module. */
  static Command parse(TokenCursor cursor) {
    int start = cursor.start();
    int end = start;
    while (cursor.kind() == TokenKind.LEFT && isAt(cursor)) {
      cursor.advance();
      cursor.skipToRight();
      end = cursor.end();
      cursor.advance();
    }
    var span = new Span(start, end);
    var source = new ByteSlice(cursor.source(), start, end - start);
    return new Command.Module(span, Optional.empty(), new ModuleSource.Text(span, source));
  }
}
