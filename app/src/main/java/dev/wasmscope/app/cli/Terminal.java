package dev.wasmscope.app.cli;

import dev.wasmscope.engine.wasi.StandardStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a command reads and writes: the process's standard streams, or a test's.
 *
 * @param in what the user or a pipe types
 * @param out results, and nothing but results
 * @param err everything said about them
 * @param interactive those of the descriptors 0, 1 and 2 that are a terminal
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Set<Integer> interactive) {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  public Terminal {
    interactive = Set.copyOf(interactive);
  }

  /** Streams of which none is a terminal. */
  public Terminal(InputStream in, PrintStream out, PrintStream err) {
    this(in, out, err, Set.of());
  }

  /** The standard streams of the process. */
  public static Terminal ofProcess() {
    Set<Integer> interactive = new HashSet<>();
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
      if (isTerminal(descriptor)) {
        interactive.add(descriptor);
      }
    }
    return new Terminal(System.in, System.out, System.err, interactive);
  }

  /** Java knows of all streams together only whether they are a terminal; Linux of each. */
  private static boolean isTerminal(int descriptor) {
    try {
      String device = Files.readSymbolicLink(DESCRIPTORS.resolve("" + descriptor)).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console().isTerminal();
    }
  }

  /**
   * What a program that is run has for its streams.
   *
   * @param resultsApart whether the command prints results of its own, so that the program's output
   *     goes to standard error
   */
  StandardStreams streams(boolean resultsApart) {
    if (!resultsApart) {
      return new StandardStreams(in, out, err, interactive);
    }
    Set<Integer> apart = new HashSet<>(interactive);
    apart.remove(1);
    return new StandardStreams(in, err, err, apart);
  }
}
