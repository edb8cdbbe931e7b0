package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.V128;

/** Executes numeric instructions on vectors; generated from the table of instructions. */
interface VectorStep {

  /**
   * Executes one.
   *
   * @param op number of the row, see {@link Rows}
   * @param stack slots of operands that are numbers
   * @param objects slots of operands that are vectors
   * @param sp the first free slot
   * @param lane the immediate of instructions with a lane
   * @param lanes the immediate of instructions with sixteen lanes
   * @return the first free slot afterwards
   */
  int step(int op, long[] stack, Object[] objects, int sp, int lane, V128 lanes);
}
