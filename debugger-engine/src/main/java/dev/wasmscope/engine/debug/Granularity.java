package dev.wasmscope.engine.debug;

/** How far a step goes. */
public enum Granularity {
  /** To the next instruction. */
  INSTRUCTION,
  /** To the next line of the text; as {@link #INSTRUCTION} where no line is known. */
  LINE
}
