package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.text.TokenCursor;
import dev.wasmscope.wasm.text.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Parses scripts of the test suite. Modules in them are only found, not understood. */
public final class WastScript {

  private WastScript() {}

  /** Parses a whole script. */
  public static Script parse(byte[] source) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Command> commands = new ArrayList<>();
    var cursor = new TokenCursor(source, 0, source.length);
    while (cursor.kind() != TokenKind.END) {
      if (InlineModule.isAt(cursor)) {
        commands.add(InlineModule.parse(cursor));
      } else {
        command(cursor, commands, diagnostics);
      }
    }
    return new Script(commands, diagnostics);
  }

  private static void command(
      TokenCursor cursor, List<Command> commands, List<Diagnostic> diagnostics) {
    int start = cursor.start();
    try {
      if (cursor.kind() != TokenKind.LEFT) {
        DiagnosticException error = cursor.unexpected("a command");
        cursor.advance();
        throw error;
      }
      cursor.advance();
      cursor.skipToRight();
      if (cursor.kind() == TokenKind.END) {
        throw cursor.unexpected("\")\"");
      }
      int end = cursor.end();
      cursor.advance();
      var inner = new TokenCursor(cursor.source(), start, end);
      commands.add(new CommandParser(inner, start, end).parse());
    } catch (DiagnosticException e) {
      diagnostics.add(e.diagnostic());
    }
  }
}
