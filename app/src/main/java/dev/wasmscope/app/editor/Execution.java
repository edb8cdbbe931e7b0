package dev.wasmscope.app.editor;

/**
 * Where the program stands in a document.
 *
 * @param line from 0
 * @param start index of the instruction's first character
 * @param end index after its last
 * @param kind which arrow the line shows
 */
public record Execution(int line, int start, int end, Kind kind) {
  /** The colour of the arrow. */
  public enum Kind {
    /** The innermost frame, about to run this instruction. */
    CURRENT,
    /** The instruction that trapped. */
    TRAP,
    /** A caller, selected in the call stack. */
    CALLER
  }
}
