package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.MemoryBytes;

/** Executes loads and stores but atomic ones; generated from the table of instructions. */
interface MemoryStep {

  /**
   * Executes one.
   *
   * @param op number of the row, see {@link Rows}
   * @param stack slots of operands that are numbers
   * @param objects slots of operands that are vectors
   * @param sp the first free slot
   * @param address effective address
   * @param lane the immediate of instructions with a lane
   * @return the first free slot afterwards
   * @throws IndexOutOfBoundsException if the access is not within {@code memory}
   */
  int step(
      int op, long[] stack, Object[] objects, int sp, MemoryBytes memory, long address, int lane);
}
