package dev.wasmscope.engine.interp;

/**
 * Executes numeric instructions without vectors that have more than two operands or one result:
 * those of 128 bits; generated from the table of instructions.
 */
interface WideStep {

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
