package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.List;

/**
 * One instruction as a value, for tools. What runs or checks code reads it with {@link CodeReader}.
 *
 * @param offset from the start of the code it was read from
 * @param length its bytes
 * @param operands its immediates, in the order of the binary format
 */
public record Instruction(int offset, int length, Opcode opcode, List<Operand> operands) {

  public Instruction {
    operands = List.copyOf(operands);
  }

  /** The instruction that {@code code} has read last. */
  public static Instruction of(CodeReader code) {
    return new Instruction(code.offset(), code.length(), code.opcode(), Operands.of(code));
  }

  /** Writes the instruction in its shortest form. */
  public void write(ByteWriter out) {
    out.opcode(opcode);
    Operands.write(opcode.immediate(), operands, out);
  }
}
