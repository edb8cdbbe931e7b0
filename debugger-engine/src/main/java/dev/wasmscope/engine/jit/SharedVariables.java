package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The variables of a method that calls others of the same function: all values stay at home, where
 * those others find them.
 */
final class SharedVariables extends HomeVariables {

  private final CodeBuilder code;
  private final Map<Kind, Integer> passing = new EnumMap<>(Kind.class);

  SharedVariables(CodeBuilder code, Homes homes, Homes.Moves moves) {
    super(code, homes, moves);
    this.code = code;
  }

  @Override
  Variable variable(Kind kind, int number) {
    return new Variable(kind, number, -1);
  }

  @Override
  List<Variable> all() {
    return List.of();
  }

  /** Zero and null are there: only vectors are neither. */
  @Override
  List<Variable> uncleared(int first) {
    return IntStream.range(first, locals())
        .mapToObj(this::local)
        .filter(variable -> variable.kind() == Kind.V128)
        .toList();
  }

  @Override
  void load(Variable variable) {
    moves().load(variable.kind(), variable.number());
  }

  @Override
  void store(Variable variable) {
    Kind kind = variable.kind();
    int value = passing.computeIfAbsent(kind, _ -> code.allocateLocal(kind.type));
    code.storeLocal(kind.type, value);
    moves().address(kind, variable.number());
    code.loadLocal(kind.type, value);
    moves().store(kind);
  }
}
