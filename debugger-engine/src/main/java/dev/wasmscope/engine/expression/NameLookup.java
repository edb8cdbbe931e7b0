package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.Node.Identifier;
import dev.wasmscope.engine.expression.Node.Space;
import dev.wasmscope.wasm.source.Nearest;
import dev.wasmscope.wasm.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what names and indices stand for, and says what else might have been meant. */
final class NameLookup {
  private final String source;
  private final EvaluationContext context;
  private final Map<String, ExpressionValue> definitions;

  NameLookup(String source, EvaluationContext context, Map<String, ExpressionValue> definitions) {
    this.source = source;
    this.context = context;
    this.definitions = definitions;
  }

  /**
   * A local before a global before a definition; a name without dollar sign is a source variable
   * before any.
   */
  ExpressionValue find(Node.Name node) {
    Identifier identifier = node.identifier();
    if (identifier.dollar() && identifier.name().matches("[0-9]{1,9}")) {
      return find(Space.LOCAL, Integer.parseInt(identifier.name()), node.span());
    }
    Optional<ExpressionValue> variable =
        identifier.dollar() ? Optional.empty() : context.variable(identifier.name());
    return variable
        .or(() -> context.local(identifier.name()))
        .or(() -> context.global(identifier.name()))
        .or(() -> Optional.ofNullable(definitions.get(identifier.name())))
        .orElseThrow(() -> unknown("unknown name", identifier, node.span()));
  }

  ExpressionValue find(Node.Named node) {
    String name = node.identifier().name();
    Optional<ExpressionValue> value =
        node.space() == Space.LOCAL ? context.local(name) : context.global(name);
    return value.orElseThrow(
        () -> unknown("unknown " + node.space().noun(), node.identifier(), node.span()));
  }

  /** The member of {@code space} at {@code index}, which is unsigned. */
  ExpressionValue find(Space space, long index, Span span) {
    boolean possible = index >= 0 && index <= Integer.MAX_VALUE;
    Optional<ExpressionValue> value = possible ? member(space, (int) index) : Optional.empty();
    return value.orElseThrow(
        () ->
            new ExpressionException(
                "there is no %s %s here".formatted(space.noun(), Long.toUnsignedString(index)),
                source,
                span));
  }

  private Optional<ExpressionValue> member(Space space, int index) {
    return switch (space) {
      case LOCAL -> context.local(index);
      case GLOBAL -> context.global(index);
      case STACK -> context.operand(index);
    };
  }

  private ExpressionException unknown(String what, Identifier identifier, Span span) {
    Set<String> known = new TreeSet<>(context.names());
    definitions.keySet().forEach(name -> known.add("$" + name));
    String remedy =
        Nearest.to(identifier.toString(), known)
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    return new ExpressionException(what + " " + identifier + remedy, source, span);
  }
}
