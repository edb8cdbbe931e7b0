package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.EnumSet;
import java.util.Set;

/**
 * Vectors that are known to have nothing but bytes in their lanes of 16 bits: bytes made wider, or
 * what a shift has left of a product. To narrow them again, nothing is to be saturated.
 */
final class ByteLanes {

  private static final Set<Opcode> EXTENDING =
      EnumSet.of(Opcode.I16X8_EXTEND_LOW_I8X16_U, Opcode.I16X8_EXTEND_HIGH_I8X16_U);

  private ByteLanes() {}

  /**
   * Whether an instruction makes such a vector.
   *
   * @param last its last operand
   */
  static boolean makes(Opcode row, Operand last) {
    return shift(row, last) >= Byte.SIZE || EXTENDING.contains(row);
  }

  /**
   * Whether an instruction brings each upper byte to where the lower one is. All lower bytes are
   * right, then, if pairs of lanes are shifted together, which is faster.
   *
   * @param last its last operand
   */
  static boolean movesUpper(Opcode row, Operand last) {
    return shift(row, last) == Byte.SIZE;
  }

  /** The bits by which lanes are shifted, or 0. */
  private static long shift(Opcode row, Operand last) {
    boolean shifts = row == Opcode.I16X8_SHR_U && last.is(Operand.Source.CONSTANT);
    return shifts ? last.number() & Short.SIZE - 1 : 0;
  }

  /** Whether an instruction narrows two such vectors. */
  static boolean narrows(Opcode row, OperandStack stack) {
    boolean saturates = row == Opcode.I8X16_NARROW_I16X8_U;
    return saturates && stack.peek(0).hasBytes() && stack.peek(1).hasBytes();
  }
}
