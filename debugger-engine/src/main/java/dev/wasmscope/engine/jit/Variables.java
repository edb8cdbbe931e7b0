package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java variables of a compiled function. Every local has one, and every height of the operand
 * stack one for each kind of value that is ever kept there, so that a variable has one type only.
 * They are numbered, locals first, in the order in which a frame's values are copied out.
 */
final class Variables {

  /** A Java variable. */
  record Variable(Kind kind, int index) {}

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
  Variables(CodeBuilder code, List<Kind> localKinds, int firstParam, int params) {
    this.code = code;
    this.locals = localKinds.size();
    int next = firstParam;
    for (int i = 0; i < locals; i++) {
      Kind kind = localKinds.get(i);
      if (i < params) {
        all.add(new Variable(kind, next));
        next += kind.type.slotSize();
      } else {
        all.add(new Variable(kind, code.allocateLocal(kind.type)));
      }
    }
  }

  /** Number of locals, which are the first variables. */
  int locals() {
    return locals;
  }

  Variable local(int local) {
    return all.get(local);
  }

  /** A new variable for the exception that a {@code try} has caught; they are in its order. */
  Variable keep() {
    Variable variable = new Variable(Kind.REF, code.allocateLocal(Kind.REF.type));
    kept.add(all.size());
    all.add(variable);
    return variable;
  }

  /** The numbers of the variables for caught exceptions. */
  List<Integer> kept() {
    return kept;
  }

  /** The variable for operands of {@code kind} at {@code height}. */
  Variable slot(int height, Kind kind) {
    return all.get(slotNumber(height, kind));
  }

  /** The number of the variable for operands of {@code kind} at {@code height}. */
  int slotNumber(int height, Kind kind) {
    return slots.computeIfAbsent(
        new Slot(height, kind),
        _ -> {
          all.add(new Variable(kind, code.allocateLocal(kind.type)));
          return all.size() - 1;
        });
  }

  List<Variable> all() {
    return all;
  }

  void load(Variable variable) {
    code.loadLocal(variable.kind.type, variable.index);
  }

  void store(Variable variable) {
    code.storeLocal(variable.kind.type, variable.index);
  }

  /** Gives a variable the default value of its kind. */
  void clear(Variable variable) {
    variable.kind.loadDefault(code);
    store(variable);
  }
}
