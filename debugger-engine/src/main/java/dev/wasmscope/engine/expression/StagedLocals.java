package dev.wasmscope.engine.expression;

import dev.wasmscope.engine.expression.Node.Space;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.binary.LocalDeclarations;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The locals that an expression reads in a function: the parameters of its method. */
final class StagedLocals {

  private final WasmFunction function;
  private final Names names;
  private final List<ValType> types;
  private final List<Integer> read = new ArrayList<>();

  StagedLocals(WasmFunction function) {
    this.function = function;
    this.names = function.instance().module().names();
    this.types = new ArrayList<>(function.type().params());
    for (LocalDeclarations.Run run : LocalDeclarations.read(function.definition().body()).runs()) {
      types.addAll(Collections.nCopies(run.count(), run.type()));
    }
  }

  /** Those that are read, in the order of the parameters. */
  List<Integer> read() {
    return read;
  }

  /** Notes all that {@code node} reads. */
  void collect(Node node) {
    Optional<Integer> local = find(node);
    if (local.isEmpty()) {
      children(node).forEach(this::collect);
    } else if (local.get() >= types.size() || !(types.get(local.get()) instanceof NumType)) {
      throw new NotStaged();
    } else if (!read.contains(local.get())) {
      read.add(local.get());
    }
  }

  private static List<Node> children(Node node) {
    return switch (node) {
      case Node.Literal _, Node.Name _, Node.Named _, Node.Indexed _ -> List.of();
      case Node.Load load -> List.of(load.address());
      case Node.Cast cast -> List.of(cast.operand());
      case Node.Element _, Node.Lane _ -> throw new NotStaged();
      case Node.Unary unary -> List.of(unary.operand());
      case Node.Binary binary -> List.of(binary.left(), binary.right());
      case Node.Conditional conditional ->
          List.of(conditional.test(), conditional.yes(), conditional.no());
    };
  }

  /** The local that a node stands for; empty for what the instance has. */
  Optional<Integer> find(Node node) {
    return switch (node) {
      case Node.Name(Node.Identifier identifier, _) when isNumber(identifier) ->
          Optional.of(Integer.parseInt(identifier.name()));
      case Node.Name(Node.Identifier identifier, _) -> named(identifier.name());
      case Node.Named named when named.space() == Space.LOCAL ->
          Optional.of(named(named.identifier().name()).orElseThrow(NotStaged::new));
      case Node.Indexed(Space space, Node index, _) when space == Space.LOCAL ->
          Optional.of(constant(index));
      case Node.Indexed indexed when indexed.space() == Space.STACK -> throw new NotStaged();
      default -> Optional.empty();
    };
  }

  private static boolean isNumber(Node.Identifier identifier) {
    return identifier.dollar() && identifier.name().matches("[0-9]{1,9}");
  }

  private Optional<Integer> named(String name) {
    OptionalInt index =
        IntStream.range(0, types.size())
            .filter(i -> names.local(function.index(), i).filter(name::equals).isPresent())
            .findFirst();
    if (index.isPresent()) {
      return Optional.of(index.getAsInt());
    }
    if (name.contains(".")) {
      throw new NotStaged(); // a member of an object, perhaps of a local's
    }
    return Optional.empty();
  }

  private static int constant(Node index) {
    if (index instanceof Node.Literal(ExpressionValue.Int(_, long value), _)
        && value >= 0
        && value <= Integer.MAX_VALUE) {
      return (int) value;
    }
    throw new NotStaged();
  }

  /** The types of the parameters. */
  MethodType type(Class<?> result) {
    return MethodType.methodType(result, read.stream().<Class<?>>map(this::javaType).toList());
  }

  private Class<?> javaType(int local) {
    return switch ((NumType) types.get(local)) {
      case I32 -> int.class;
      case I64 -> long.class;
      case F32 -> float.class;
      case F64 -> double.class;
    };
  }

  /** The value of a local. */
  StagedValue value(int local) {
    MethodHandle parameter =
        MethodHandles.permuteArguments(
            MethodHandles.identity(javaType(local)), type(javaType(local)), read.indexOf(local));
    StagedValue raw = StagedValue.any(parameter);
    return switch ((NumType) types.get(local)) {
      case I32 ->
          StagedValue.integer(
              NumericType.I32, raw.then(StagedIntegers.find("extended", long.class, int.class)));
      case I64 -> StagedValue.integer(NumericType.I64, parameter);
      case F32 -> StagedValue.any(raw.then(constructor(ExpressionValue.F32.class, float.class)));
      case F64 -> StagedValue.any(raw.then(constructor(ExpressionValue.F64.class, double.class)));
    };
  }

  private static MethodHandle constructor(Class<?> type, Class<?> component) {
    try {
      return MethodHandles.lookup()
          .findConstructor(type, MethodType.methodType(void.class, component))
          .asType(MethodType.methodType(ExpressionValue.class, component));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
