package dev.wasmscope.engine.tier;

/** Why compiled code was left for the interpreter. */
public enum Departure {
  /** Somebody pauses, holds, stops or ends the thread. */
  STOP,
  /** Probes have changed, so that what was compiled may be out of date; or one is to be heard. */
  PROBES,
  /** A call or a round of a loop found no fuel. */
  FUEL,
  /**
   * Java's stack has no room for another call; the frames make some by becoming the interpreter's.
   */
  DEPTH,
  /** An instruction traps. */
  TRAP,
  /** Nobody catches an exception, or somebody watches them. */
  EXCEPTION,
  /** The thread waits for another one. */
  WAIT,
  /** A function of the host wants to see its caller. */
  HOST,
  /** An instruction that the interpreter executes, where somebody watches. */
  INSTRUCTION
}
