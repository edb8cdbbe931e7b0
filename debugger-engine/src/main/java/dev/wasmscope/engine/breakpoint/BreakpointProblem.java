package dev.wasmscope.engine.breakpoint;

import dev.wasmscope.wasm.source.Severity;

/**
 * Something wrong with a file of breakpoints.
 *
 * @param severity an error if an entry or the whole file cannot be used, else a warning
 * @param file the file's name
 * @param line from 1; 0 if the problem has no place
 * @param column from 1; 0 if the problem has no place
 * @param entry the entry's position in the list, from 1; 0 if the whole file is meant
 * @param message one sentence: expected, found, remedy
 */
public record BreakpointProblem(
    Severity severity, String file, int line, int column, int entry, String message) {

  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return entry == 0 ? place + ": " + message : place + ": entry " + entry + ": " + message;
  }
}
