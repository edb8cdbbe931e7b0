package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.util.List;

/**
 * The variables of a compiled function. Every local has one, and every height of the operand stack
 * one for each kind of value that is ever kept there, so that a variable has one type only. They
 * are numbered, locals first, in the order in which a frame's values are copied out.
 */
abstract class Variables implements Numbering {

  /**
   * A variable.
   *
   * @param index of the Java variable
   */
  record Variable(Kind kind, int number, int index) {}

  private final CodeBuilder code;
  private final VectorForm vectors;

  Variables(CodeBuilder code, VectorForm vectors) {
    this.code = code;
    this.vectors = vectors;
  }

  /** How they hold vectors. */
  VectorForm vectors() {
    return vectors;
  }

  abstract Variable local(int local);

  @Override
  public Kind localKind(int local) {
    return local(local).kind();
  }

  /** A new variable for the exception that a {@code try} has caught; they are in its order. */
  abstract Variable keep();

  /** The variable for operands of {@code kind} at {@code height}. */
  abstract Variable slot(int height, Kind kind);

  /** Those that are Java variables. */
  abstract List<Variable> all();

  /** Those from number {@code first} on that have no value yet when the code starts. */
  abstract List<Variable> uncleared(int first);

  /** Pushes the value. */
  void load(Variable variable) {
    code.loadLocal(variable.kind.type, variable.index);
  }

  /** Takes the value that was pushed. */
  void store(Variable variable) {
    code.storeLocal(variable.kind.type, variable.index);
  }

  /** Gives a variable the default value of its kind. */
  void clear(Variable variable) {
    vectors.loadDefault(code, variable.kind);
    store(variable);
  }
}
