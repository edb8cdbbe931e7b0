package dev.wasmscope.wasm.source;

import java.util.Arrays;

/**
 * Lines of a text given as UTF-8 bytes. LF, CR and CRLF end a line (specification, text format,
 * §6.3.1 White Space). Lines and columns count from 1; columns count code points.
 */
public final class LineIndex {

  private final byte[] bytes;
  private final int[] starts;

  private LineIndex(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  /** Indexes {@code bytes}, which must not change afterwards. */
  public static LineIndex of(byte[] bytes) {
    int[] starts = new int[Math.max(16, bytes.length / 24)];
    int count = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n'
          || (bytes[i] == '\r' && !(i + 1 < bytes.length && bytes[i + 1] == '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return new LineIndex(bytes, Arrays.copyOf(starts, count));
  }

  /** Number of lines; at least 1. */
  public int lineCount() {
    return starts.length;
  }

  /** The line (from 1) that holds the byte at {@code offset}; the last line beyond the end. */
  public int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The column (from 1, in code points) of the byte at {@code offset}. */
  public int column(int offset) {
    int column = 1;
    for (int i = starts[line(offset) - 1]; i < Math.min(offset, bytes.length); i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return column;
  }

  /** The bytes of {@code line} (from 1) without its line end. */
  public Span lineSpan(int line) {
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : bytes.length;
    while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return new Span(start, end);
  }
}
