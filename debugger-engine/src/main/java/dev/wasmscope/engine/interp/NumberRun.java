package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.MemoryBytes;

/**
 * Executes what works on numbers, as most instructions do, up to the first that does not: an inner
 * loop of the main loop, generated from the table of instructions. The number on top of the operand
 * stack is in a Java local, and all instructions are in one method that calls nothing, so that
 * HotSpot holds what the loop needs in registers.
 */
interface NumberRun {

  /**
   * Executes the operation at {@code pc}, and those that follow. Also when it throws, {@code frame}
   * has the {@code pc} and {@code sp} of what has not been executed.
   *
   * @param op the operation at {@code pc}, from {@link Op#FIRST_NUMBER} on, before {@link
   *     Rows#FIRST_VECTOR_MEMORY}
   * @param memory the bytes of memory 0
   * @return the operation that follows
   * @throws IndexOutOfBoundsException if a load or store is not within {@code memory}
   */
  int run(
      int op,
      int[] code,
      long[] stack,
      InterpFrame frame,
      int fp,
      int pc,
      int sp,
      MemoryBytes memory);
}
