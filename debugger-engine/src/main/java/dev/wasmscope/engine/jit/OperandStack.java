package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.jit.Operand.Source;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * The operand stack while code is translated. One value at the most, the last one computed, is on
 * Java's own operand stack; whoever is about to push anything there takes it away first.
 */
final class OperandStack {

  private static final ClassDesc FLOATS = ClassDesc.of(Floats.class.getName());

  private final CodeBuilder code;
  private final Variables variables;
  private final List<Operand> operands = new ArrayList<>();

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

  void push(Operand operand) {
    operands.add(operand);
  }

  /** A value has just been computed, and is on Java's operand stack. */
  void pushComputed(Kind kind) {
    push(Operand.onJavaStack(kind, false));
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
    if (operand.is(Source.SLOT) && !operand.loose()) {
      return;
    }
    loadAt(at, false);
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
        loadAt(i, true);
        variables.store(variables.slot(i, operand.kind()));
        operands.set(i, operand.spilled());
      }
    }
  }

  /** Takes the {@code count} topmost operands to Java's operand stack, in their order. */
  void load(int count) {
    load(count, false);
  }

  /**
   * Takes the {@code count} topmost operands to Java's operand stack, in their order.
   *
   * @param loose whether NaNs may have any bits
   */
  void load(int count, boolean loose) {
    int first = operands.size() - count;
    boolean firstIsThere = count > 0 && operands.get(first).is(Source.JAVA_STACK);
    if (firstIsThere) {
      canonicalise(operands.get(first), loose);
    } else {
      spill();
    }
    for (int i = firstIsThere ? first + 1 : first; i < operands.size(); i++) {
      loadAt(i, loose);
    }
    cut(first);
  }

  /** Takes the two topmost operands of a commutative instruction. */
  void loadPair(boolean loose) {
    Operand top = peek(0);
    if (top.is(Source.JAVA_STACK)) {
      canonicalise(top, loose);
      loadAt(operands.size() - 2, loose);
      cut(operands.size() - 2);
    } else {
      load(2, loose);
    }
  }

  /**
   * Copies an operand to Java's operand stack; it must not be there.
   *
   * @param at counted from the bottom
   */
  void loadAt(int at, boolean loose) {
    Operand operand = operands.get(at);
    switch (operand.source()) {
      case SLOT -> variables.load(variables.slot(at, operand.kind()));
      case LOCAL -> variables.load(variables.local((int) operand.number()));
      case CONSTANT -> loadConstant(operand);
      case JAVA_STACK -> throw new IllegalStateException("an operand is in the way");
    }
    canonicalise(operand, loose);
  }

  private void loadConstant(Operand operand) {
    switch (operand.kind()) {
      case I32 -> code.loadConstant((int) operand.number());
      case I64 -> code.loadConstant(operand.number());
      case F32 -> loadFloat((int) operand.number());
      case F64 -> loadDouble(operand.number());
      case REF -> code.aconst_null();
      case V128 -> throw new IllegalStateException("vectors are constants of the class");
    }
  }

  private void loadFloat(int bits) {
    float value = Float.intBitsToFloat(bits);
    if (Float.isNaN(value)) {
      code.loadConstant(bits)
          .invokestatic(
              ClassDesc.of("java.lang.Float"),
              "intBitsToFloat",
              MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_int));
    } else {
      code.loadConstant(value);
    }
  }

  private void loadDouble(long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isNaN(value)) {
      code.loadConstant(bits)
          .invokestatic(
              ClassDesc.of("java.lang.Double"),
              "longBitsToDouble",
              MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_long));
    } else {
      code.loadConstant(value);
    }
  }

  private void canonicalise(Operand operand, boolean loose) {
    if (operand.loose() && !loose) {
      code.invokestatic(
          FLOATS, "canonical", MethodTypeDesc.of(operand.kind().desc, operand.kind().desc));
    }
  }
}
