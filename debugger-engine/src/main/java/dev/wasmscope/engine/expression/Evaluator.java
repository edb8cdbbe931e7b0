package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.ExpressionValue.F32;
import dev.wasmscope.engine.expression.ExpressionValue.F64;
import dev.wasmscope.engine.expression.ExpressionValue.Int;
import dev.wasmscope.engine.expression.ExpressionValue.Numeric;
import dev.wasmscope.engine.expression.ExpressionValue.Vector;
import dev.wasmscope.engine.numeric.LaneShape;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.wasm.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Walks the tree of an expression and asks the context for what it stands for. */
final class Evaluator {
  private final String source;
  private final EvaluationContext context;
  private final NameLookup names;

  Evaluator(String source, EvaluationContext context, Map<String, ExpressionValue> definitions) {
    this.source = source;
    this.context = context;
    this.names = new NameLookup(source, context, definitions);
  }

  ExpressionValue evaluate(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal.value();
      case Node.Name name -> names.find(name);
      case Node.Named named -> names.find(named);
      case Node.Indexed indexed ->
          names.find(indexed.space(), address(indexed.index()), node.span());
      case Node.Element element -> element(element);
      case Node.Load load -> load(load, evaluate(load.address()));
      case Node.Cast cast -> cast(cast, evaluate(cast.operand()));
      case Node.Lane lane -> lane(lane);
      case Node.Unary unary -> unary(unary, evaluate(unary.operand()));
      case Node.Binary binary -> binary(binary);
      case Node.Conditional conditional ->
          evaluate(test(conditional.test()) ? conditional.yes() : conditional.no());
    };
  }

  /** Whether the value of {@code node} is neither zero nor null. */
  boolean test(Node node) {
    return Arithmetic.truth(evaluate(node))
        .orElseThrow(() -> error("a value of type v128 is neither true nor false", node.span()));
  }

  ExpressionValue unary(Node.Unary unary, ExpressionValue operand) {
    return Arithmetic.apply(unary.operator(), operand)
        .orElseThrow(
            () ->
                error(
                    "'%s' has no meaning for %s"
                        .formatted(unary.operator().symbol(), operand.typeName()),
                    unary.span()));
  }

  private ExpressionValue binary(Node.Binary binary) {
    return switch (binary.operator()) {
      case AND_ALSO -> ExpressionValue.truth(test(binary.left()) && test(binary.right()));
      case OR_ELSE -> ExpressionValue.truth(test(binary.left()) || test(binary.right()));
      default -> arithmetic(binary, evaluate(binary.left()), evaluate(binary.right()));
    };
  }

  ExpressionValue arithmetic(Node.Binary binary, ExpressionValue left, ExpressionValue right) {
    try {
      return Arithmetic.apply(binary.operator(), left, right)
          .orElseThrow(
              () ->
                  error(
                      "'%s' has no meaning for %s and %s"
                          .formatted(binary.operator().symbol(), left.typeName(), right.typeName()),
                      binary.span()));
    } catch (Trap trap) {
      throw error(trap.getMessage(), binary.span());
    }
  }

  ExpressionValue cast(Node.Cast cast, ExpressionValue operand) {
    if (cast.type() == ScalarType.V128 || !(operand instanceof Numeric number)) {
      throw error(
          "%s cannot be converted to %s".formatted(operand.typeName(), cast.type().keyword()),
          cast.span());
    }
    return switch (cast.type()) {
      case F32 -> new F32(Conversion.f32(number));
      case F64 -> new F64(Conversion.f64(number));
      case U64 -> Conversion.integer(NumericType.U64, number);
      case U32 -> Conversion.integer(NumericType.U32, number);
      default -> cast.type().narrow(Conversion.integer(NumericType.I64, number).value());
    };
  }

  ExpressionValue load(Node.Load load, ExpressionValue at) {
    long address = address(at, load.address());
    int memory = selected(load.memory(), context.memory(load.memory().name()), "memory", load);
    int width = load.type().width();
    return context
        .read(memory, address, width)
        .map(load.type()::decode)
        .orElseThrow(
            () ->
                error(
                    "out of bounds memory access: %d bytes at 0x%x of memory %s"
                        .formatted(width, address, load.memory()),
                    load.span()));
  }

  private ExpressionValue element(Node.Element element) {
    long index = address(element.index());
    int table = selected(element.table(), context.table(element.table().name()), "table", element);
    return context
        .element(table, index)
        .orElseThrow(
            () ->
                error(
                    "out of bounds table access: element %s of table %s"
                        .formatted(Long.toUnsignedString(index), element.table()),
                    element.span()));
  }

  private int selected(Node.Selector selector, OptionalInt named, String noun, Node node) {
    if (selector.name().isEmpty()) {
      return selector.index();
    }
    return named.orElseThrow(() -> error("unknown " + noun + " " + selector, node.span()));
  }

  private ExpressionValue lane(Node.Lane lane) {
    LaneShape shape = lane.shape();
    if (!(evaluate(lane.vector()) instanceof Vector(V128 vector))) {
      throw error("lanes are of values of type v128", lane.vector().span());
    }
    long index = address(lane.index());
    if (Long.compareUnsigned(index, shape.lanes()) >= 0) {
      throw error(
          "lane %s of %s; there are %d"
              .formatted(Long.toUnsignedString(index), shape.keyword(), shape.lanes()),
          lane.index().span());
    }
    return laneOf(shape, vector, (int) index);
  }

  private static ExpressionValue laneOf(LaneShape shape, V128 vector, int index) {
    return switch (shape) {
      case I8X16 -> ExpressionValue.i32(vector.i8(index));
      case I16X8 -> ExpressionValue.i32(vector.i16(index));
      case I32X4 -> ExpressionValue.i32(vector.i32(index));
      case I64X2 -> ExpressionValue.i64(vector.i64(index));
      case F32X4 -> new F32(vector.f32(index));
      case F64X2 -> new F64(vector.f64(index));
    };
  }

  /** An address or index: unsigned, so 32-bit ones are extended with zeros. */
  private long address(Node node) {
    return address(evaluate(node), node);
  }

  private long address(ExpressionValue value, Node node) {
    return Optional.of(value)
        .filter(Int.class::isInstance)
        .map(Int.class::cast)
        .map(i -> i.type() == NumericType.I32 ? i.value() & 0xffff_ffffL : i.value())
        .orElseThrow(
            () ->
                error(
                    "an address or index must be an integer, not " + value.typeName(),
                    node.span()));
  }

  private ExpressionException error(String message, Span span) {
    return new ExpressionException(message, source, span);
  }
}
