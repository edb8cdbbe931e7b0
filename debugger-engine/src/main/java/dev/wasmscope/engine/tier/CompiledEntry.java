package dev.wasmscope.engine.tier;

/** The way from the interpreter into compiled code. */
public interface CompiledEntry {

  /**
   * Executes the code to its end.
   *
   * @param thread the current thread
   * @param base the slot of the first argument, or of the first local for the entry at a loop; the
   *     results are put there
   * @param depth frames on the thread's stack, with the one entered
   * @throws Capture when the thread is to go on in the interpreter
   */
  void enter(GearThread thread, int base, int depth);
}
