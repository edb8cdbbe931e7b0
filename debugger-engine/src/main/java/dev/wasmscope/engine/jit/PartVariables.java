package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a method that calls no others of the same function: Java variables for those
 * that it uses, which come from home when it starts, and go there when it ends.
 */
final class PartVariables extends HomeVariables {

  private final CodeBuilder code;
  private final Map<Integer, Variable> used = new LinkedHashMap<>();
  private final BitSet changed = new BitSet();

  PartVariables(CodeBuilder code, Homes homes, Homes.Moves moves) {
    super(code, homes, moves);
    this.code = code;
  }

  @Override
  Variable variable(Kind kind, int number) {
    return used.computeIfAbsent(number, n -> new Variable(kind, n, code.allocateLocal(kind.type)));
  }

  @Override
  List<Variable> all() {
    return new ArrayList<>(used.values());
  }

  @Override
  List<Variable> uncleared(int first) {
    return all().stream().filter(variable -> variable.number() >= first).toList();
  }

  @Override
  void store(Variable variable) {
    changed.set(variable.number());
    super.store(variable);
  }

  /** Brings a variable from home. */
  void fetch(Variable variable) {
    moves().load(variable.kind(), variable.number());
    super.store(variable);
  }

  /** Takes a variable home. */
  void bring(Variable variable) {
    moves().address(variable.kind(), variable.number());
    load(variable);
    moves().store(variable.kind());
  }

  /** Takes home all locals that may have changed. */
  void bringLocals() {
    changed.stream().filter(number -> number < locals()).forEach(number -> bring(used.get(number)));
  }

  /** Takes home all operands that may have changed. */
  void bringSlots() {
    changed.stream().filter(number -> number > locals()).forEach(number -> bring(used.get(number)));
  }
}
