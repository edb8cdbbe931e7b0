package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.instr.Opcode;

/**
 * What numbers of type {@code i32} are at most, unsigned, as far as their last instructions tell:
 * enough for an index in a table of constant size, which then needs no check of bounds.
 */
final class Magnitude {

  /** The most that any is. */
  static final long ANY = 0xffff_ffffL;

  private Magnitude() {}

  /** What an instruction with two operands, which are on top of the stack, leaves at most. */
  static long of(Opcode row, OperandStack stack) {
    if (stack.height() < 2) {
      return ANY;
    }
    long first = of(stack.peek(1));
    Operand last = stack.peek(0);
    return switch (row) {
      case I32_AND -> Math.min(first, of(last));
      case I32_ADD -> atMost(first + of(last));
      case I32_SHL -> last.is(Operand.Source.CONSTANT) ? atMost(first << shift(last)) : ANY;
      case I32_SHR_U -> last.is(Operand.Source.CONSTANT) ? first >>> shift(last) : ANY;
      default -> ANY;
    };
  }

  /** What an operand is at most. */
  static long of(Operand operand) {
    if (operand.kind() != Kind.I32) {
      return ANY;
    }
    return switch (operand.source()) {
      case CONSTANT -> operand.number() & ANY;
      case JAVA_STACK -> operand.number() == 0 ? ANY : operand.number();
      case LOCAL, SLOT -> ANY;
    };
  }

  private static int shift(Operand distance) {
    return (int) distance.number() & (Integer.SIZE - 1);
  }

  private static long atMost(long sum) {
    return Math.min(sum, ANY);
  }
}
