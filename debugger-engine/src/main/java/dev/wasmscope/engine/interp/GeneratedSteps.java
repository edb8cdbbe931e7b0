package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** The steps generated from the table of instructions, made when they are first needed. */
final class GeneratedSteps {

  /** Scalar numeric instructions. */
  static final ScalarStep SCALAR =
      NumericAssembler.scalar().assemble(ScalarStep.class, Rows.SCALAR, Rows.FIRST_SCALAR);

  private static final MemoryStep MEMORY =
      new MemoryAssembler().assemble(MemoryStep.class, Rows.MEMORY, Rows.FIRST_MEMORY);

  private GeneratedSteps() {}

  /** Executes a load or store, see {@link MemoryStep#step}. */
  static int memory(
      int op,
      long[] stack,
      Object[] objects,
      int sp,
      MemorySegment memory,
      long address,
      int lane) {
    return MEMORY.step(op, stack, objects, sp, memory, address, lane);
  }

  /** Executes a vector instruction, see {@link VectorStep#step}. */
  static int vector(int op, long[] stack, Object[] objects, int sp, int lane, V128 lanes) {
    VectorStep step = op < Vectors.SECOND ? Vectors.FIRST_HALF : Vectors.SECOND_HALF;
    return step.step(op, stack, objects, sp, lane, lanes);
  }

  /** In two methods, since HotSpot does not compile one that large. */
  static final class Vectors {
    static final List<Opcode> FIRST_ROWS = Rows.VECTOR.subList(0, Rows.VECTOR.size() / 2);
    static final List<Opcode> SECOND_ROWS =
        Rows.VECTOR.subList(FIRST_ROWS.size(), Rows.VECTOR.size());
    static final int SECOND = Rows.FIRST_VECTOR + FIRST_ROWS.size();

    private static final VectorStep FIRST_HALF = make(FIRST_ROWS, Rows.FIRST_VECTOR);
    private static final VectorStep SECOND_HALF = make(SECOND_ROWS, SECOND);

    private Vectors() {}

    private static VectorStep make(List<Opcode> rows, int first) {
      return NumericAssembler.vector().assemble(VectorStep.class, rows, first);
    }
  }
}
