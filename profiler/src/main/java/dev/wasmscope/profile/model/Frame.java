package dev.wasmscope.profile.model;

/**
 * A function together with the place in it where execution stood.
 *
 * @param function the function
 * @param offset byte offset of the instruction in the function's body; -1 when unknown
 * @param line 1-based line in the function's file; 0 when unknown
 * @param column 1-based column in that line; 0 when unknown
 */
public record Frame(Function function, int offset, int line, int column) {

  /** Makes numbers below their least mean "unknown". */
  public Frame {
    offset = Math.max(offset, -1);
    line = Math.max(line, 0);
    column = Math.max(column, 0);
  }

  /** A frame that only tells its function. */
  public static Frame of(Function function) {
    return new Frame(function, -1, 0, 0);
  }
}
