package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.numeric.LaneShape;
import dev.wasmscope.wasm.source.Span;

/** The syntax tree of an expression. Spans count UTF-16 units of the source. */
sealed interface Node {
  Span span();

  record Literal(ExpressionValue value, Span span) implements Node {}

  /** A name by itself: {@code $i}, {@code $0}, {@code count}. */
  record Name(Identifier identifier, Span span) implements Node {}

  /** A name in a space: {@code local.$i}, {@code global.$i}. */
  record Named(Space space, Identifier identifier, Span span) implements Node {}

  /** A member by index: {@code s[0]}, {@code local[0]}, {@code global[0]}. */
  record Indexed(Space space, Node index, Span span) implements Node {}

  record Element(Selector table, Node index, Span span) implements Node {}

  record Load(ScalarType type, Selector memory, Node address, Span span) implements Node {}

  record Cast(ScalarType type, Node operand, Span span) implements Node {}

  record Lane(LaneShape shape, Node vector, Node index, Span span) implements Node {}

  record Unary(UnaryOperator operator, Node operand, Span span) implements Node {}

  record Binary(BinaryOperator operator, Node left, Node right, Span span) implements Node {}

  record Conditional(Node test, Node yes, Node no, Span span) implements Node {}

  /** Where an index or a name is looked up. */
  enum Space {
    LOCAL("local"),
    GLOBAL("global"),
    STACK("operand");

    private final String noun;

    Space(String noun) {
      this.noun = noun;
    }

    String noun() {
      return noun;
    }
  }

  /**
   * A name without its dollar sign.
   *
   * @param dollar whether it had one
   */
  record Identifier(String name, boolean dollar) {
    @Override
    public String toString() {
      return dollar ? "$" + name : name;
    }
  }

  /** Which memory or table: by index or, where {@code name} is not empty, by name. */
  record Selector(int index, String name) {
    static final Selector FIRST = new Selector(0, "");

    @Override
    public String toString() {
      return name.isEmpty() ? Integer.toString(index) : "$" + name;
    }
  }
}
