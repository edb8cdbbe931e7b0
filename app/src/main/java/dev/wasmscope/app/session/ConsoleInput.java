package dev.wasmscope.app.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Standard input fed from the console: reading waits until something is typed or the input ends.
 */
final class ConsoleInput extends InputStream {
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();
  private byte[] current = {};
  private int at;
  private boolean ended;

  /** Gives {@code bytes} to the reader. */
  void feed(byte[] bytes) {
    if (bytes.length > 0) {
      chunks.add(bytes.clone());
    }
  }

  /** Ends the input behind what was given. */
  void end() {
    chunks.add(END);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == current.length && !next()) {
      return -1;
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean next() throws IOException {
    if (ended) {
      return false;
    }
    try {
      current = chunks.take();
      at = 0;
      ended = current.length == 0;
      return !ended;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(interrupted);
    }
  }

  @Override
  public int available() {
    byte[] waiting = chunks.peek();
    return current.length - at + (waiting == null ? 0 : waiting.length);
  }
}
