package dev.wasmscope.engine.step;

/**
 * An instruction that is too rare for the main loop, with its immediates resolved. It cannot branch
 * or call.
 */
@FunctionalInterface
public interface Step {

  /**
   * Executes the instruction; on a trap the operands are as they were.
   *
   * @param slots operands, under {@code sp}
   * @param sp the first free slot
   * @return the first free slot afterwards
   * @throws dev.wasmscope.engine.trap.Trap if the instruction traps
   */
  int execute(Slots slots, int sp);
}
