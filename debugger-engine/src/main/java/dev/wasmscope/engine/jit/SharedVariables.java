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
final class SharedVariables extends Variables {

  private final CodeBuilder code;
  private final Homes homes;
  private final Homes.Moves moves;
  private final Map<Kind, Integer> passing = new EnumMap<>(Kind.class);

  SharedVariables(CodeBuilder code, Homes homes, Homes.Moves moves) {
    super(code, moves.vectors());
    this.code = code;
    this.homes = homes;
    this.moves = moves;
  }

  @Override
  public int locals() {
    return homes.locals();
  }

  @Override
  Variable local(int local) {
    return new Variable(homes.localKind(local), local, -1);
  }

  @Override
  Variable keep() {
    throw new IllegalStateException("a function with try is not split");
  }

  @Override
  public List<Integer> kept() {
    return homes.kept();
  }

  @Override
  Variable slot(int height, Kind kind) {
    return new Variable(kind, slotNumber(height, kind), -1);
  }

  @Override
  public int slotNumber(int height, Kind kind) {
    return homes.slotNumber(height, kind);
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
    moves.load(variable.kind(), variable.number());
  }

  @Override
  void store(Variable variable) {
    Kind kind = variable.kind();
    int value = passing.computeIfAbsent(kind, _ -> code.allocateLocal(kind.type));
    code.storeLocal(kind.type, value);
    moves.address(kind, variable.number());
    code.loadLocal(kind.type, value);
    moves.store(kind);
  }
}
