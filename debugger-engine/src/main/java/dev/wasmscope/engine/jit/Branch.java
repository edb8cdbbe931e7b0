package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;

/** A conditional branch of Java, and what it finds on Java's operand stack: one or two numbers. */
@SuppressWarnings("ImmutableEnumChecker") // opcodes are an enum, too
enum Branch {
  IFEQ(Opcode.IFEQ),
  IFNE(Opcode.IFNE),
  IFLT(Opcode.IFLT),
  IFGE(Opcode.IFGE),
  IFGT(Opcode.IFGT),
  IFLE(Opcode.IFLE),
  IF_ICMPEQ(Opcode.IF_ICMPEQ),
  IF_ICMPNE(Opcode.IF_ICMPNE),
  IF_ICMPLT(Opcode.IF_ICMPLT),
  IF_ICMPGE(Opcode.IF_ICMPGE),
  IF_ICMPGT(Opcode.IF_ICMPGT),
  IF_ICMPLE(Opcode.IF_ICMPLE);

  private final Opcode opcode;

  Branch(Opcode opcode) {
    this.opcode = opcode;
  }

  /** Emits the branch. */
  void emit(CodeBuilder code, Label target) {
    code.branch(opcode, target);
  }

  /** Removes what the branch takes from Java's operand stack. */
  void drop(CodeBuilder code) {
    if (name().startsWith("IF_ICMP")) {
      code.pop2();
    } else {
      code.pop();
    }
  }

  /** The branch that is taken where this one is not. */
  Branch negated() {
    return switch (this) {
      case IFEQ -> IFNE;
      case IFNE -> IFEQ;
      case IFLT -> IFGE;
      case IFGE -> IFLT;
      case IFGT -> IFLE;
      case IFLE -> IFGT;
      case IF_ICMPEQ -> IF_ICMPNE;
      case IF_ICMPNE -> IF_ICMPEQ;
      case IF_ICMPLT -> IF_ICMPGE;
      case IF_ICMPGE -> IF_ICMPLT;
      case IF_ICMPGT -> IF_ICMPLE;
      case IF_ICMPLE -> IF_ICMPGT;
    };
  }

  /** Emits 1 where the branch is taken, else 0. */
  void emitAsNumber(CodeBuilder code) {
    Label holds = code.newLabel();
    Label end = code.newLabel();
    emit(code, holds);
    code.iconst_0().goto_(end).labelBinding(holds).iconst_1().labelBinding(end);
  }
}
