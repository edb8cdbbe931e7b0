package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.jit.Operand.Source;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * The operand stack while code is translated. One value at the most, the last one computed, is on
 * Java's own operand stack; whoever is about to push anything there takes it away first. Of a
 * comparison only what a branch takes is there, until somebody wants a number; of lanes that are
 * shifted by a byte what they have been, until somebody wants them.
 */
final class OperandStack {

  private final CodeBuilder code;
  private final Variables variables;
  private final List<Operand> operands = new ArrayList<>();

  /** The comparison whose result is the value on Java's operand stack; or null. */
  private Comparisons.Comparison comparison;

  /** Whether the value on Java's operand stack still has upper bytes that are to be moved. */
  private boolean unmoved;

  OperandStack(CodeBuilder code, Variables variables) {
    this.code = code;
    this.variables = variables;
  }

  int height() {
    return operands.size();
  }

  Operand peek(int fromTop) {
    return operands.get(operands.size() - 1 - fromTop);
  }

  /** An operand, counted from the bottom. */
  Operand operand(int at) {
    return operands.get(at);
  }

  void push(Operand operand) {
    operands.add(operand);
  }

  /** A value has just been computed, and is on Java's operand stack. */
  void pushComputed(Kind kind) {
    push(Operand.onJavaStack(kind, Looseness.EXACT));
  }

  /** What is to be compared is on Java's operand stack. */
  void pushComparison(Comparisons.Comparison compared) {
    push(Operand.onJavaStack(Kind.I32, Looseness.EXACT));
    comparison = compared;
  }

  /** A vector is on Java's operand stack whose upper bytes are to be moved where the lower are. */
  void pushUnmoved() {
    push(Operand.bytesOnJavaStack(Looseness.UPPER_BYTES));
    unmoved = true;
  }

  /** Whether the bytes of the topmost operand have not been moved; they will not be, then. */
  boolean takeUnmoved() {
    boolean taken = unmoved && peek(0).is(Source.JAVA_STACK);
    unmoved &= !taken;
    return taken;
  }

  /**
   * Takes the topmost operand, a number that says yes unless it is zero.
   *
   * @return the branch that is taken if so; what it takes is on Java's operand stack
   */
  Branch loadCondition() {
    if (comparison == null) {
      load(1);
      return Branch.IFNE;
    }
    Branch holds = compare();
    cut(operands.size() - 1);
    return holds;
  }

  private Branch compare() {
    Comparisons.Comparison compared = comparison;
    comparison = null;
    compared.before().accept(code);
    return compared.branch();
  }

  private void compute() {
    if (comparison != null) {
      compare().emitAsNumber(code);
    }
    if (unmoved) {
      unmoved = false;
      variables.vectors().moveUpperBytes(code);
    }
  }

  /** Forgets the topmost operand. */
  void drop() {
    compute();
    if (peek(0).is(Source.JAVA_STACK)) {
      if (peek(0).kind().type.slotSize() == 2) {
        code.pop2();
      } else {
        code.pop();
      }
    }
    cut(operands.size() - 1);
  }

  /** Whether all operands are where {@link #settle} would bring them. */
  boolean isSettled(int keep) {
    for (int i = 0; i < operands.size(); i++) {
      Operand operand = operands.get(i);
      boolean may = i < operands.size() - keep && operand.is(Source.CONSTANT);
      if (!may && !isSettled(operand)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSettled(Operand operand) {
    return operand.is(Source.SLOT) && !operand.loose();
  }

  /** The operands, bottom to top, as they are now. */
  List<Operand> snapshot() {
    return List.copyOf(operands);
  }

  /** Forgets all operands above {@code height}; they must not be on Java's operand stack. */
  void cut(int height) {
    operands.subList(height, operands.size()).clear();
  }

  /** Forgets what there is, for {@code newOperands}. */
  void replace(List<Operand> newOperands) {
    operands.clear();
    operands.addAll(newOperands);
  }

  /** Takes the value on Java's operand stack, if there is one, to its slot. */
  void spill() {
    compute();
    for (int i = operands.size() - 1; i >= 0; i--) {
      Operand operand = operands.get(i);
      if (operand.is(Source.JAVA_STACK)) {
        variables.store(variables.slot(i, operand.kind()));
        operands.set(i, operand.spilled());
        return;
      }
    }
  }

  /** Brings all operands to their slots, but constants below the {@code keep} topmost. */
  void settle(int keep) {
    spill();
    for (int i = 0; i < operands.size(); i++) {
      if (i >= operands.size() - keep || !operands.get(i).is(Source.CONSTANT)) {
        settleAt(i);
      }
    }
  }

  /** Brings operand {@code at}, counted from the bottom, to its slot with canonical bits. */
  private void settleAt(int at) {
    Operand operand = operands.get(at);
    if (isSettled(operand)) {
      return;
    }
    loadAt(at);
    variables.store(variables.slot(at, operand.kind()));
    operands.set(at, operand.settled());
  }

  /** Whether an operand below the top stands for the value of a local. */
  boolean standsFor(int local) {
    return operands.subList(0, operands.size() - 1).stream()
        .anyMatch(o -> o.is(Source.LOCAL) && o.number() == local);
  }

  /** Local {@code local} is about to be set: operands that stand for its value are copied. */
  void copyBeforeSet(int local) {
    for (int i = 0; i < operands.size(); i++) {
      Operand operand = operands.get(i);
      if (operand.is(Source.LOCAL) && operand.number() == local) {
        spill();
        loadAt(i, operand.looseness());
        variables.store(variables.slot(i, operand.kind()));
        operands.set(i, operand.spilled());
      }
    }
  }

  /** Takes the {@code count} topmost operands to Java's operand stack, in their order. */
  void load(int count) {
    load(count, Looseness.EXACT);
  }

  /**
   * Takes the {@code count} topmost operands to Java's operand stack, in their order.
   *
   * @param allowed NaNs that may have any bits
   */
  void load(int count, Looseness allowed) {
    compute();
    int first = operands.size() - count;
    boolean firstIsThere = count > 0 && operands.get(first).is(Source.JAVA_STACK);
    if (firstIsThere) {
      canonicalise(operands.get(first), allowed);
    } else {
      spill();
    }
    for (int i = firstIsThere ? first + 1 : first; i < operands.size(); i++) {
      loadAt(i, allowed);
    }
    cut(first);
  }

  /** Takes the two topmost operands of a commutative instruction. */
  void loadPair() {
    compute();
    Operand top = peek(0);
    if (top.is(Source.JAVA_STACK)) {
      canonicalise(top, Looseness.EXACT);
      loadAt(operands.size() - 2);
      cut(operands.size() - 2);
    } else {
      load(2);
    }
  }

  /**
   * Copies an operand to Java's operand stack; it must not be there.
   *
   * @param at counted from the bottom
   */
  void loadAt(int at) {
    loadAt(at, Looseness.EXACT);
  }

  /**
   * Copies an operand to Java's operand stack; it must not be there.
   *
   * @param at counted from the bottom
   * @param allowed NaNs that may have any bits
   */
  void loadAt(int at, Looseness allowed) {
    Operand operand = operands.get(at);
    switch (operand.source()) {
      case SLOT -> variables.load(variables.slot(at, operand.kind()));
      case LOCAL -> variables.load(variables.local((int) operand.number()));
      case CONSTANT -> loadConstant(operand);
      case JAVA_STACK -> throw new IllegalStateException("an operand is in the way");
    }
    canonicalise(operand, allowed);
  }

  private void loadConstant(Operand operand) {
    switch (operand.kind()) {
      case I32 -> code.loadConstant((int) operand.number());
      case I64 -> code.loadConstant(operand.number());
      case F32, F64 -> loadBits(operand.kind(), operand.number());
      case REF -> code.aconst_null();
      case V128 -> throw new IllegalStateException("vectors are constants of the class");
    }
  }

  /** Java keeps the bits of numbers that are constants, but not those of NaNs. */
  private void loadBits(Kind kind, long bits) {
    float single = Float.intBitsToFloat((int) bits);
    double number = Double.longBitsToDouble(bits);
    if (kind == Kind.F32 && !Float.isNaN(single)) {
      code.loadConstant(single);
    } else if (kind == Kind.F64 && !Double.isNaN(number)) {
      code.loadConstant(number);
    } else {
      code.loadConstant(bits);
      kind.fromBits(code);
    }
  }

  private void canonicalise(Operand operand, Looseness allowed) {
    if (!operand.loose() || operand.looseness() == allowed) {
      return;
    }
    if (operand.kind() == Kind.V128) {
      variables.vectors().canonicalise(code, operand.looseness());
    } else {
      Label number = code.newLabel();
      if (operand.kind() == Kind.F32) {
        code.dup().dup().fcmpl().ifge(number).pop().loadConstant(Float.NaN);
      } else {
        code.dup2().dup2().dcmpl().ifge(number).pop2().loadConstant(Double.NaN);
      }
      code.labelBinding(number);
    }
  }
}
