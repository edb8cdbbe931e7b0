package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.tier.CompiledEntry;
import dev.wasmscope.engine.tier.GearThread;

/** The way into a compiled function that can also be entered at some of its loops. */
public interface LoopingEntry extends CompiledEntry {

  /**
   * Executes the function from a loop to its end.
   *
   * @param base the slot of the first local; the results are put there
   * @param loop the number of the loop
   * @see #enter
   */
  void enterLoop(GearThread thread, int base, int depth, int loop);

  /** The way into one of the loops. */
  default CompiledEntry at(int loop) {
    return (thread, base, depth) -> enterLoop(thread, base, depth, loop);
  }
}
