package dev.wasmscope.engine.interp;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.List;

/** A {@code tableswitch} over the number of an operation, and what its cases do. */
final class Cases {

  private final CodeBuilder code;
  private final int opLocal;
  private final List<SwitchCase> cases = new ArrayList<>();
  private final List<Runnable> bodies = new ArrayList<>();

  /**
   * No cases yet.
   *
   * @param opLocal the Java local with the number
   */
  Cases(CodeBuilder code, int opLocal) {
    this.code = code;
    this.opLocal = opLocal;
  }

  /** Has an operation lead to a label. */
  void add(int op, Label target) {
    cases.add(SwitchCase.of(op, target));
  }

  /**
   * Has an operation lead to instructions of its own.
   *
   * @param body emits them, with a jump at their end
   */
  void add(int op, Runnable body) {
    Label label = code.newLabel();
    add(op, label);
    bodies.add(
        () -> {
          code.labelBinding(label);
          body.run();
        });
  }

  /** Emits all; operations without a case lead to {@code other}. */
  void emit(int first, int last, Label other) {
    code.iload(opLocal).tableswitch(first, last, other, cases);
    bodies.forEach(Runnable::run);
  }
}
