package dev.wasmscope.wasm.source;

/**
 * A half-open range of bytes of an input, text or binary.
 *
 * @param start offset of the first byte
 * @param end offset after the last byte, never before {@code start}
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** The empty span at {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** Number of bytes covered. */
  public int length() {
    return end - start;
  }

  /** Whether the byte at {@code offset} lies in this span. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** The smallest span that covers this one and {@code other}. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
