package dev.wasmscope.app.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes: the process's standard streams, or a test's.
 *
 * @param in what the user or a pipe types
 * @param out results, and nothing but results
 * @param err everything said about them
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err) {
  /** The standard streams of the process. */
  public static Terminal ofProcess() {
    return new Terminal(System.in, System.out, System.err);
  }
}
