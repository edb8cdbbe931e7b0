package dev.wasmscope.engine.jit;

/** How compiled code holds vectors. */
public enum Vectors {
  /** As objects of the interpreter. */
  RECORDS,

  /**
   * As Java's, from the first call on, though they are slow until HotSpot has optimised the code.
   */
  AT_ONCE,

  /** As Java's; code is not executed until HotSpot has optimised it. */
  WHEN_OPTIMISED
}
