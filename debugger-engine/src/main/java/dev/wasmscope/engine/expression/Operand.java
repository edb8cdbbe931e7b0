package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.F64;
import dev.wasmscope.engine.expression.ExpressionValue.Reference;
import dev.wasmscope.engine.expression.Node.Cast;
import dev.wasmscope.engine.expression.Node.Element;
import dev.wasmscope.engine.expression.Node.Identifier;
import dev.wasmscope.engine.expression.Node.Indexed;
import dev.wasmscope.engine.expression.Node.Lane;
import dev.wasmscope.engine.expression.Node.Literal;
import dev.wasmscope.engine.expression.Node.Load;
import dev.wasmscope.engine.expression.Node.Name;
import dev.wasmscope.engine.expression.Node.Named;
import dev.wasmscope.engine.expression.Node.Selector;
import dev.wasmscope.engine.expression.Node.Space;
import dev.wasmscope.engine.numeric.LaneShape;
import dev.wasmscope.wasm.source.Span;
import java.util.Optional;

/** Parses what an operator can stand between: numbers, names, accesses, casts, parentheses. */
final class Operand {
  private final Parser parser;

  Operand(Parser parser) {
    this.parser = parser;
  }

  Node parse() {
    Token token = parser.peek();
    return switch (token.kind()) {
      case NUMBER -> number(parser.next());
      case NAME -> new Name(new Identifier(parser.next().text(), true), token.span());
      case WORD -> word(parser.next());
      case SYMBOL -> parenthesis();
      case END -> throw parser.unexpected("an operand");
    };
  }

  private Node number(Token token) {
    ExpressionValue value =
        NumberLiteral.parse(token.text())
            .orElseThrow(() -> parser.error(token.described() + " is not a number", token.span()));
    return new Literal(value, token.span());
  }

  private Node parenthesis() {
    if (!parser.peek().isSymbol("(")) {
      throw parser.unexpected("an operand");
    }
    Token open = parser.next();
    Optional<ScalarType> type = castType();
    if (type.isPresent()) {
      parser.next();
      parser.next();
      Node operand = parser.unary();
      return new Cast(type.get(), operand, open.span().to(operand.span()));
    }
    Node inner = parser.expression();
    parser.expect(")");
    return inner;
  }

  private Optional<ScalarType> castType() {
    Token word = parser.peek();
    boolean alone = word.kind() == Token.Kind.WORD && parser.peek(1).isSymbol(")");
    return alone ? ScalarType.of(word.text()) : Optional.empty();
  }

  private Node word(Token word) {
    Optional<ScalarType> type = ScalarType.of(word.text());
    Optional<LaneShape> shape = LaneShape.of(word.text());
    Token after = parser.peek();
    if (type.isPresent() && (after.isSymbol("@") || after.isSymbol("["))) {
      return load(word, type.get());
    } else if (type.isPresent() && after.isSymbol("(")) {
      return cast(word, type.get());
    } else if (shape.isPresent() && after.isSymbol("(")) {
      return lane(word, shape.get());
    } else if (after.isSymbol("[")) {
      return indexed(word);
    } else if (after.isSymbol(".")) {
      return named(word);
    }
    return constant(word)
        .<Node>map(value -> new Literal(value, word.span()))
        .orElseGet(() -> new Name(new Identifier(word.text(), false), word.span()));
  }

  private Node load(Token word, ScalarType type) {
    Selector memory = Selector.FIRST;
    if (parser.accept("[")) {
      memory = selector("a memory");
      parser.expect("]");
    }
    parser.expect("@");
    Node address = parser.unary();
    return new Load(type, memory, address, word.span().to(address.span()));
  }

  private Node cast(Token word, ScalarType type) {
    parser.expect("(");
    Node operand = parser.expression();
    return new Cast(type, operand, word.span().to(parser.expect(")").span()));
  }

  private Node lane(Token word, LaneShape shape) {
    parser.expect("(");
    Node vector = parser.expression();
    parser.expect(")");
    parser.expect("[");
    Node index = parser.expression();
    return new Lane(shape, vector, index, word.span().to(parser.expect("]").span()));
  }

  private Node indexed(Token word) {
    if (word.text().equals("table")) {
      return element(word);
    }
    Space space =
        switch (word.text()) {
          case "s" -> Space.STACK;
          case "local" -> Space.LOCAL;
          case "global" -> Space.GLOBAL;
          default ->
              throw parser.error(
                  "only s, local, global and table can be indexed, not '" + word.text() + "'",
                  word.span());
        };
    parser.expect("[");
    Node index = parser.expression();
    return new Indexed(space, index, word.span().to(parser.expect("]").span()));
  }

  /** {@code table[3]} is of the first table, {@code table[1][3]} and {@code table[$t][3]} not. */
  private Node element(Token word) {
    if (parser.peek(2).isSymbol("]") && parser.peek(3).isSymbol("[")) {
      parser.expect("[");
      Selector table = selector("a table");
      parser.expect("]");
      return elementOf(word, table);
    }
    return elementOf(word, Selector.FIRST);
  }

  private Node elementOf(Token word, Selector table) {
    parser.expect("[");
    Node index = parser.expression();
    return new Element(table, index, word.span().to(parser.expect("]").span()));
  }

  private Node named(Token word) {
    Space space =
        switch (word.text()) {
          case "local" -> Space.LOCAL;
          case "global" -> Space.GLOBAL;
          default ->
              throw parser.error(
                  "only local and global have named members, not '" + word.text() + "'",
                  word.span());
        };
    parser.expect(".");
    Token name = parser.next();
    if (name.kind() != Token.Kind.NAME) {
      throw parser.error("expected a name with '$', found " + name.described(), name.span());
    }
    Span span = word.span().to(name.span());
    return new Named(space, new Identifier(name.text(), true), span);
  }

  /** A memory or table: {@code 1}, {@code $name}, {@code name}, or {@code mem1}, {@code table1}. */
  private Selector selector(String what) {
    Token token = parser.next();
    return switch (token.kind()) {
      case NAME -> new Selector(0, token.text());
      case WORD -> numbered(token.text());
      case NUMBER -> new Selector(index(token, token.text()), "");
      case SYMBOL, END ->
          throw parser.error("expected " + what + ", found " + token.described(), token.span());
    };
  }

  private static Selector numbered(String word) {
    return word.matches("mem[0-9]{1,5}")
        ? new Selector(Integer.parseInt(word.substring(3)), "")
        : new Selector(0, word);
  }

  private int index(Token token, String digits) {
    if (!digits.matches("[0-9]{1,9}")) {
      throw parser.error(token.described() + " is not an index", token.span());
    }
    return Integer.parseInt(digits);
  }

  private static Optional<ExpressionValue> constant(Token word) {
    return Optional.ofNullable(
        switch (word.text()) {
          case "true" -> ExpressionValue.i32(1);
          case "false" -> ExpressionValue.i32(0);
          case "null" -> new Reference(null, "null");
          case "inf" -> new F64(Double.POSITIVE_INFINITY);
          case "nan" -> new F64(Double.NaN);
          default -> null;
        });
  }
}
