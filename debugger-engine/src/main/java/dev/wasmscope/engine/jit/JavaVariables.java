package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All variables of a function that is one Java method: each is a Java variable. */
final class JavaVariables extends Variables {

  private record Slot(int height, Kind kind) {}

  private final CodeBuilder code;
  private final List<Variable> all = new ArrayList<>();
  private final Map<Slot, Integer> slots = new HashMap<>();
  private final List<Integer> kept = new ArrayList<>();
  private final int locals;

  /**
   * Variables for the locals.
   *
   * @param firstParam the Java variable of the first parameter; negative if none is a Java
   *     parameter
   * @param params number of parameters that are Java parameters
   */
  JavaVariables(
      CodeBuilder code, VectorForm vectors, List<Kind> localKinds, int firstParam, int params) {
    super(code, vectors);
    this.code = code;
    this.locals = localKinds.size();
    int next = firstParam;
    for (int i = 0; i < locals; i++) {
      Kind kind = localKinds.get(i);
      if (i < params) {
        all.add(new Variable(kind, i, next));
        next += kind.type.slotSize();
      } else {
        all.add(new Variable(kind, i, code.allocateLocal(kind.type)));
      }
    }
  }

  @Override
  public int locals() {
    return locals;
  }

  @Override
  Variable local(int local) {
    return all.get(local);
  }

  @Override
  Variable keep() {
    Variable variable = new Variable(Kind.REF, all.size(), code.allocateLocal(Kind.REF.type));
    kept.add(all.size());
    all.add(variable);
    return variable;
  }

  @Override
  public List<Integer> kept() {
    return kept;
  }

  @Override
  Variable slot(int height, Kind kind) {
    return all.get(slotNumber(height, kind));
  }

  @Override
  public int slotNumber(int height, Kind kind) {
    return slots.computeIfAbsent(
        new Slot(height, kind),
        _ -> {
          all.add(new Variable(kind, all.size(), code.allocateLocal(kind.type)));
          return all.size() - 1;
        });
  }

  @Override
  List<Variable> all() {
    return all;
  }

  @Override
  List<Variable> uncleared(int first) {
    return all.subList(first, all.size());
  }
}
