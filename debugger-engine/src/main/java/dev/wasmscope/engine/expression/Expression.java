package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.Map;
import java.util.Optional;

/** A parsed expression, to be evaluated as often as needed; immutable. */
public final class Expression {
  private final String source;
  private final Node root;
  private final Map<String, ExpressionValue> definitions;

  private Expression(String source, Node root, Map<String, ExpressionValue> definitions) {
    this.source = source;
    this.root = root;
    this.definitions = definitions;
  }

  /**
   * Parses an expression.
   *
   * @throws ExpressionException if it is not one
   */
  public static Expression parse(String source) {
    return new Expression(source, Parser.parse(source), Map.of());
  }

  /**
   * This expression where names that nothing in the program has, as {@code $NAME}, mean these
   * values.
   *
   * @param values by names without dollar sign
   */
  public Expression with(Map<String, ExpressionValue> values) {
    return new Expression(source, root, Map.copyOf(values));
  }

  /** The text it was parsed from. */
  public String source() {
    return source;
  }

  /**
   * The value in {@code context}.
   *
   * @throws ExpressionException if it has none there: a name means nothing, an address is out of
   *     bounds, an operator does not fit its operands, or a division would trap
   */
  public ExpressionValue evaluate(EvaluationContext context) {
    return new Evaluator(source, context, definitions).evaluate(root);
  }

  /**
   * Whether the value in {@code context} is neither zero nor null.
   *
   * @throws ExpressionException as {@link #evaluate} does
   */
  public boolean test(EvaluationContext context) {
    return new Evaluator(source, context, definitions).test(root);
  }

  /**
   * The test as a method; empty if the expression reads operands, members of objects, or elements
   * of vectors or tables.
   *
   * @param context what does not depend on a frame
   * @param function in whose frames it is to be tested
   */
  public Optional<StagedTest> staged(EvaluationContext context, WasmFunction function) {
    return new Staging(new Evaluator(source, context, definitions), function).test(root);
  }

  /** This expression with its value converted to {@code type}. */
  Expression as(ScalarType type) {
    return new Expression(source, new Node.Cast(type, root, root.span()), definitions);
  }

  @Override
  public String toString() {
    return source;
  }
}
