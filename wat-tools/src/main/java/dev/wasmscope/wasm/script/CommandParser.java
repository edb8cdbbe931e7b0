package dev.wasmscope.wasm.script;

import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.TokenCursor;
import dev.wasmscope.wasm.text.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses one command, parenthesis to parenthesis. */
final class CommandParser {

  private static final int DEEPEST = 16;

  private final TokenCursor cursor;
  private final Span span;
  private final int depth;

  CommandParser(TokenCursor cursor, int start, int end) {
    this(cursor, start, end, 0);
  }

  private CommandParser(TokenCursor cursor, int start, int end, int depth) {
    this.cursor = cursor;
    this.span = new Span(start, end);
    this.depth = depth;
  }

  /** The command; everything up to its last parenthesis must make sense. */
  Command parse() {
    if (cursor.atLeft("module")) {
      return new ModuleParser(cursor, span.start(), span.end()).command();
    }
    if (cursor.atLeft("invoke") || cursor.atLeft("get")) {
      return new Command.Perform(span, new ActionParser(cursor).action());
    }
    cursor.advance();
    if (cursor.kind() != TokenKind.KEYWORD) {
      throw cursor.unexpected("a command");
    }
    Command command = command();
    cursor.expectRight();
    return command;
  }

  private Command command() {
    String keyword = cursor.text();
    if (keyword.startsWith("assert_")) {
      return assertion(keyword);
    }
    return switch (keyword) {
      case "register" -> register();
      case "thread" -> thread();
      case "wait" -> await();
      default -> throw cursor.unexpected("a command");
    };
  }

  private Command register() {
    cursor.advance();
    return new Command.Register(span, name(), cursor.identifier());
  }

  private Command await() {
    cursor.advance();
    return new Command.Wait(span, identifier());
  }

  private Command assertion(String keyword) {
    return switch (keyword) {
      case "assert_return" -> {
        Action action = action();
        yield new Command.AssertReturn(span, action, new PatternParser(cursor).patterns());
      }
      case "assert_exhaustion" -> new Command.AssertExhaustion(span, action(), message());
      case "assert_exception" -> new Command.AssertException(span, action());
      case "assert_trap" -> trap();
      case "assert_invalid" -> new Command.AssertInvalid(span, module(), message());
      case "assert_malformed" -> new Command.AssertMalformed(span, module(), message());
      case "assert_invalid_custom" -> new Command.AssertInvalidCustom(span, module(), message());
      case "assert_malformed_custom" ->
          new Command.AssertMalformedCustom(span, module(), message());
      case "assert_unlinkable" -> new Command.AssertUnlinkable(span, module(), message());
      default -> throw cursor.unexpected("an assertion");
    };
  }

  private Command trap() {
    cursor.advance();
    if (cursor.atLeft("module")) {
      return new Command.AssertModuleTrap(span, source(), message());
    }
    return new Command.AssertTrap(span, new ActionParser(cursor).action(), message());
  }

  private Action action() {
    cursor.advance();
    return new ActionParser(cursor).action();
  }

  private ModuleSource module() {
    cursor.advance();
    return source();
  }

  private ModuleSource source() {
    if (!cursor.atLeft("module")) {
      throw cursor.unexpected("a module");
    }
    int start = cursor.start();
    int end = endOfGroup();
    return new ModuleParser(new TokenCursor(cursor.source(), start, end), start, end).source();
  }

  /** Passes over the parentheses at the cursor and gives the offset behind them. */
  private int endOfGroup() {
    cursor.advance();
    cursor.skipToRight();
    int end = cursor.end();
    cursor.advance();
    return end;
  }

  private String message() {
    return new String(cursor.string("the expected message"), StandardCharsets.UTF_8);
  }

  private String name() {
    return new String(cursor.string("a name in quotes"), StandardCharsets.UTF_8);
  }

  private String identifier() {
    Optional<String> id = cursor.identifier();
    return id.orElseThrow(() -> cursor.unexpected("an identifier"));
  }

  private Command thread() {
    cursor.advance();
    if (depth == DEEPEST) {
      throw cursor.unexpected("threads nested less deep");
    }
    String name = identifier();
    List<String> shared = new ArrayList<>();
    while (cursor.skipLeft("shared")) {
      if (!cursor.skipLeft("module")) {
        throw cursor.unexpected("a module");
      }
      shared.add(identifier());
      cursor.expectRight();
      cursor.expectRight();
    }
    List<Command> commands = new ArrayList<>();
    while (cursor.kind() == TokenKind.LEFT) {
      int start = cursor.start();
      int end = endOfGroup();
      var inner = new TokenCursor(cursor.source(), start, end);
      commands.add(new CommandParser(inner, start, end, depth + 1).parse());
    }
    return new Command.Thread(span, name, shared, commands);
  }
}
