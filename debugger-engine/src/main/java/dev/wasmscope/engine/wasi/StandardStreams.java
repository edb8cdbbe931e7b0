package dev.wasmscope.engine.wasi;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * What descriptors 0, 1 and 2 of a program are. Output is flushed after every write of the program.
 *
 * @param input standard input
 * @param output standard output
 * @param error standard error
 */
public record StandardStreams(InputStream input, OutputStream output, OutputStream error) {

  /** No input, and output that nobody sees. */
  public static StandardStreams none() {
    return new StandardStreams(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream());
  }
}
