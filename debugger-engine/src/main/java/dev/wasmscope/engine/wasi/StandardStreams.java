package dev.wasmscope.engine.wasi;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/**
 * What descriptors 0, 1 and 2 of a program are. Output is flushed after every write of the program.
 *
 * @param input standard input
 * @param output standard output
 * @param error standard error
 * @param terminals those of the descriptors 0, 1 and 2 that are a terminal, which programs ask for:
 *     some write every line at once then, others refuse to write binary data
 */
public record StandardStreams(
    InputStream input, OutputStream output, OutputStream error, Set<Integer> terminals) {

  public StandardStreams {
    terminals = Set.copyOf(terminals);
  }

  /** Streams of which none is a terminal. */
  public StandardStreams(InputStream input, OutputStream output, OutputStream error) {
    this(input, output, error, Set.of());
  }

  /** No input, and output that nobody sees. */
  public static StandardStreams none() {
    return new StandardStreams(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream());
  }
}
