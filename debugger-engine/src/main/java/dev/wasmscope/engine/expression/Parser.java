package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.Node.Binary;
import dev.wasmscope.engine.expression.Node.Conditional;
import dev.wasmscope.engine.expression.Node.Unary;
import dev.wasmscope.wasm.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds the tree of an expression by precedence climbing. */
final class Parser {
  /** Bounds the height of the tree, and with it the recursion of whatever walks it. */
  private static final int MOST_OPERANDS = 500;

  private static final int DEEPEST = 200;

  private final String source;
  private final List<Token> tokens;
  private int at;
  private int operands;
  private int depth;

  private Parser(String source) {
    this.source = source;
    this.tokens = Lexer.tokens(source);
  }

  /** The tree of the whole of {@code source}. */
  static Node parse(String source) {
    Parser parser = new Parser(source);
    Node node = parser.expression();
    if (parser.peek().kind() != Token.Kind.END) {
      throw parser.unexpected("an operator");
    }
    return node;
  }

  Node expression() {
    return nested(this::conditional);
  }

  Node unary() {
    return nested(this::prefixed);
  }

  private Node conditional() {
    Node test = binary(1);
    if (!accept("?")) {
      return test;
    }
    Node yes = expression();
    expect(":");
    Node no = expression();
    return new Conditional(test, yes, no, test.span().to(no.span()));
  }

  private Node prefixed() {
    if (++operands > MOST_OPERANDS) {
      throw error("the expression is too long", peek().span());
    }
    Token token = peek();
    Optional<UnaryOperator> operator =
        token.kind() == Token.Kind.SYMBOL ? UnaryOperator.of(token.text()) : Optional.empty();
    if (operator.isEmpty()) {
      return new Operand(this).parse();
    }
    next();
    Node operand = unary();
    return new Unary(operator.get(), operand, token.span().to(operand.span()));
  }

  private Node nested(Supplier<Node> inner) {
    if (++depth > DEEPEST) {
      throw error("the expression is nested too deeply", peek().span());
    }
    Node node = inner.get();
    depth--;
    return node;
  }

  private Node binary(int least) {
    Node left = unary();
    while (true) {
      Optional<BinaryOperator> operator = binaryOperator(least);
      if (operator.isEmpty()) {
        return left;
      }
      next();
      Node right = binary(operator.get().precedence() + 1);
      left = new Binary(operator.get(), left, right, left.span().to(right.span()));
    }
  }

  private Optional<BinaryOperator> binaryOperator(int least) {
    Token token = peek();
    return token.kind() == Token.Kind.SYMBOL
        ? BinaryOperator.of(token.text()).filter(operator -> operator.precedence() >= least)
        : Optional.empty();
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  boolean accept(String symbol) {
    boolean there = peek().isSymbol(symbol);
    if (there) {
      next();
    }
    return there;
  }

  Token expect(String symbol) {
    if (!peek().isSymbol(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
    return next();
  }

  ExpressionException unexpected(String expected) {
    return error("expected " + expected + ", found " + peek().described(), peek().span());
  }

  ExpressionException error(String message, Span span) {
    return new ExpressionException(message, source, span);
  }
}
