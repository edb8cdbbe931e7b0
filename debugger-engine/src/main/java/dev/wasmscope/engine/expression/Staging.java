package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.Node.Space;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.NumType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Makes a method of an expression, so that HotSpot compiles it with the code that asks. Integers
 * and truths are computed by {@link StagedIntegers}, all else by what the {@link Evaluator} calls.
 */
final class Staging {

  private static final Class<?> VALUE = ExpressionValue.class;

  private final Evaluator evaluator;
  private final Instance instance;
  private final StagedLocals locals;

  Staging(Evaluator evaluator, WasmFunction function) {
    this.evaluator = evaluator;
    this.instance = function.instance();
    this.locals = new StagedLocals(function);
  }

  /** The method; empty if the expression reads more than numbered locals and the instance. */
  Optional<StagedTest> test(Node root) {
    try {
      locals.collect(root);
      MethodHandle otherwise =
          MethodHandles.dropArguments(
              MethodHandles.constant(boolean.class, true), 0, Throwable.class);
      MethodHandle test =
          MethodHandles.catchException(stage(root).asTruth(), Throwable.class, otherwise);
      return Optional.of(new StagedTest(locals.read(), test));
    } catch (NotStaged e) {
      return Optional.empty();
    }
  }

  // All methods have all locals as parameters.

  private StagedValue stage(Node node) {
    Optional<Integer> local = locals.find(node);
    if (local.isPresent()) {
      return locals.value(local.get());
    }
    return switch (node) {
      case Node.Literal(ExpressionValue.Int(NumericType type, long value), _) ->
          StagedValue.integer(type, constant(long.class, value));
      case Node.Literal literal -> StagedValue.any(constant(VALUE, literal.value()));
      case Node.Load load -> load(load);
      case Node.Cast cast -> cast(cast);
      case Node.Unary unary -> unary(unary);
      case Node.Binary binary -> binary(binary);
      case Node.Conditional conditional -> conditional(conditional);
      default -> global(node).map(this::value).orElseGet(() -> evaluated(node));
    };
  }

  private MethodHandle constant(Class<?> type, Object value) {
    return withLocals(MethodHandles.constant(type, value));
  }

  private MethodHandle withLocals(MethodHandle method) {
    return MethodHandles.dropArguments(method, 0, locals.type(VALUE).parameterList());
  }

  private StagedValue evaluated(Node node) {
    return StagedValue.any(withLocals(ofEvaluator("evaluate", Node.class).bindTo(node)));
  }

  // Of the instance.

  private Optional<GlobalInstance> global(Node node) {
    Names names = instance.module().names();
    OptionalInt index =
        switch (node) {
          case Node.Name name -> names.indexOf(Names.Space.GLOBAL, name.identifier().name());
          case Node.Named name -> names.indexOf(Names.Space.GLOBAL, name.identifier().name());
          case Node.Indexed(Space _, Node.Literal(ExpressionValue.Int(_, long value), _), _)
              when value >= 0 && value < instance.globals().size() ->
              OptionalInt.of((int) value);
          default -> OptionalInt.empty();
        };
    return index.isPresent()
        ? Optional.of(instance.global(index.getAsInt()))
            .filter(g -> g.type().type() == NumType.I32 || g.type().type() == NumType.I64)
        : Optional.empty();
  }

  private StagedValue value(GlobalInstance global) {
    MethodHandle bits =
        StagedIntegers.find("bits", long.class, GlobalInstance.class).bindTo(global);
    NumericType type = global.type().type() == NumType.I32 ? NumericType.I32 : NumericType.I64;
    return StagedValue.integer(type, withLocals(bits)).wrapped(type);
  }

  private StagedValue load(Node.Load load) {
    StagedValue address = stage(load.address()).asInteger();
    Node.Selector memory = load.memory();
    boolean known = memory.name().isEmpty() && memory.index() < instance.memoryCount();
    if (!known || address.type() == null || !isInteger(load.type())) {
      return StagedValue.any(
          apply(ofEvaluator("load", Node.Load.class, VALUE).bindTo(load), address.asAny()));
    }
    MethodHandle reader =
        StagedIntegers.find(
                "load" + load.type().width(), long.class, MemoryInstance.class, long.class)
            .bindTo(instance.memory(memory.index()));
    MethodHandle at =
        address.type() == NumericType.I32
            ? address.then(StagedIntegers.find("unsigned", long.class, long.class))
            : address.method();
    return narrowed(load.type(), apply(reader, at));
  }

  private static boolean isInteger(ScalarType type) {
    return type.compareTo(ScalarType.F32) < 0;
  }

  /** An integer as a type that may be narrow, see {@link ScalarType#narrow}. */
  private static StagedValue narrowed(ScalarType type, MethodHandle bits) {
    StagedValue wide = StagedValue.integer(NumericType.I64, bits);
    return switch (type) {
      case I8, U8, I16, U16, I32 ->
          StagedValue.integer(
              NumericType.I32,
              wide.then(StagedIntegers.find(type.keyword(), long.class, long.class)));
      case U32 -> wide.wrapped(NumericType.U32);
      case I64 -> wide;
      case U64 -> wide.wrapped(NumericType.U64);
      case F32, F64, V128 -> throw new IllegalArgumentException(type + " is no integer type");
    };
  }

  // Operators.

  private StagedValue cast(Node.Cast cast) {
    StagedValue operand = stage(cast.operand()).asInteger();
    return operand.type() != null && isInteger(cast.type())
        ? narrowed(cast.type(), operand.method())
        : StagedValue.any(
            apply(ofEvaluator("cast", Node.Cast.class, VALUE).bindTo(cast), operand.asAny()));
  }

  private StagedValue unary(Node.Unary unary) {
    StagedValue operand = stage(unary.operand());
    if (unary.operator() == UnaryOperator.NOT) {
      return StagedValue.truth(
          MethodHandles.filterReturnValue(
              operand.asTruth(), StagedIntegers.find("not", boolean.class, boolean.class)));
    }
    return StagedValue.any(
        apply(ofEvaluator("unary", Node.Unary.class, VALUE).bindTo(unary), operand.asAny()));
  }

  private StagedValue binary(Node.Binary binary) {
    BinaryOperator operator = binary.operator();
    StagedValue left = stage(binary.left());
    StagedValue right = stage(binary.right());
    if (operator == BinaryOperator.AND_ALSO) {
      return StagedValue.truth(
          MethodHandles.guardWithTest(
              left.asTruth(), right.asTruth(), constant(boolean.class, false)));
    }
    if (operator == BinaryOperator.OR_ELSE) {
      return StagedValue.truth(
          MethodHandles.guardWithTest(
              left.asTruth(), constant(boolean.class, true), right.asTruth()));
    }
    if (left.isInteger() && right.isInteger()) {
      StagedValue a = left.asInteger();
      StagedValue b = right.asInteger();
      NumericType type = a.type().common(b.type());
      if (StagedIntegers.relates(operator)) {
        MethodHandle relation = StagedIntegers.relation(operator, type);
        return StagedValue.truth(apply(relation, a.converted(type), b.converted(type)));
      }
      if (StagedIntegers.computes(operator)) {
        MethodHandle result = StagedIntegers.result(operator);
        return StagedValue.integer(type, apply(result, a.converted(type), b.converted(type)))
            .wrapped(type);
      }
    }
    return StagedValue.any(
        apply(
            ofEvaluator("arithmetic", Node.Binary.class, VALUE, VALUE).bindTo(binary),
            left.asAny(),
            right.asAny()));
  }

  private StagedValue conditional(Node.Conditional conditional) {
    MethodHandle test = stage(conditional.test()).asTruth();
    StagedValue yes = stage(conditional.yes()).asInteger();
    StagedValue no = stage(conditional.no()).asInteger();
    return yes.type() != null && yes.type() == no.type()
        ? StagedValue.integer(
            yes.type(), MethodHandles.guardWithTest(test, yes.method(), no.method()))
        : StagedValue.any(MethodHandles.guardWithTest(test, yes.asAny(), no.asAny()));
  }

  /** {@code method} of some values. */
  private MethodHandle apply(MethodHandle method, MethodHandle... operands) {
    MethodHandle all = method;
    for (int i = operands.length - 1; i >= 0; i--) {
      all = MethodHandles.collectArguments(all, i, operands[i]);
    }
    int count = locals.read().size();
    int[] order = IntStream.range(0, operands.length * count).map(i -> i % count).toArray();
    return MethodHandles.permuteArguments(all, locals.type(method.type().returnType()), order);
  }

  private MethodHandle ofEvaluator(String name, Class<?>... parameters) {
    try {
      return MethodHandles.lookup()
          .findVirtual(Evaluator.class, name, MethodType.methodType(VALUE, parameters))
          .bindTo(evaluator);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }
}
