package dev.wasmscope.engine.interp;

/** Executes numeric instructions without vectors; generated from the table of instructions. */
interface ScalarStep {

  /**
   * Executes one.
   *
   * @param op number of the row, see {@link Rows}
   * @param stack operand slots
   * @param sp the first free slot
   * @return the first free slot afterwards
   */
  int step(int op, long[] stack, int sp);
}
