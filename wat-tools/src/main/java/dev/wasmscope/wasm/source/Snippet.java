package dev.wasmscope.wasm.source;

import java.nio.charset.StandardCharsets;

/**
 * A line of a text with carets under the part that is spoken of, as compilers show it:
 *
 * <pre>
 * 12 |   i32.ad
 *    |   ^^^^^^
 * </pre>
 */
public final class Snippet {

  /** Longer lines are cut around the carets; a line of a million characters helps nobody. */
  private static final int WIDTH = 120;

  private static final int LEAD = 40;

  private Snippet() {}

  /** The line that {@code span} starts on, with carets under the part of it that span covers. */
  public static String of(byte[] text, LineIndex lines, Span span) {
    int number = lines.line(Math.min(span.start(), text.length));
    Span line = lines.lineSpan(number);
    int start = Math.clamp(span.start(), line.start(), line.end());
    int end = Math.clamp(span.end(), start, line.end());
    int from = start - line.start() > WIDTH - LEAD ? start - LEAD : line.start();
    int to = Math.min(line.end(), from + WIDTH);
    String label = Integer.toString(number);
    String shown = shown(text, from, to);
    String before = shown(text, from, Math.min(start, to));
    String marked = shown(text, Math.min(start, to), Math.min(end, to));
    return label
        + " | "
        + shown
        + "\n"
        + " ".repeat(label.length())
        + " | "
        + " ".repeat(before.codePointCount(0, before.length()))
        + "^".repeat(Math.max(1, marked.codePointCount(0, marked.length())));
  }

  private static String shown(byte[] text, int from, int to) {
    String part = new String(text, from, to - from, StandardCharsets.UTF_8).replace('\t', ' ');
    return part.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
