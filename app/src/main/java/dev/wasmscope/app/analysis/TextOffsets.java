package dev.wasmscope.app.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Leads from offsets in UTF-8 bytes to offsets in characters and back, and from characters to
 * lines. Lines count from 0 here, as in the editor.
 */
public final class TextOffsets {
  private final int length;
  private final int[] lineStarts;
  private final int[] bytesOfChars;

  private TextOffsets(int length, int[] lineStarts, int[] bytesOfChars) {
    this.length = length;
    this.lineStarts = lineStarts;
    this.bytesOfChars = bytesOfChars;
  }

  /** Indexes {@code text}. */
  public static TextOffsets of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int lines = 1;
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ascii &= c < 0x80;
      if (c == '\n') {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = i + 1;
      }
    }
    return new TextOffsets(
        text.length(), Arrays.copyOf(starts, lines), ascii ? new int[0] : bytesOf(text));
  }

  private static int[] bytesOf(String text) {
    int[] offsets = new int[text.length() + 1];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      offsets[i] = at;
      char c = text.charAt(i);
      at += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
    }
    offsets[text.length()] = at;
    return offsets;
  }

  /** The UTF-8 bytes that byte offsets of {@code text} count in. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The character at byte offset {@code offset}; the end of the text beyond it. */
  public int toChar(int offset) {
    if (bytesOfChars.length == 0) {
      return Math.clamp(offset, 0, length);
    }
    int at = Arrays.binarySearch(bytesOfChars, offset);
    return at >= 0 ? at : Math.min(length, -at - 2);
  }

  /** The byte offset of the character at {@code index}. */
  public int toByte(int index) {
    int at = Math.clamp(index, 0, length);
    return bytesOfChars.length == 0 ? at : bytesOfChars[at];
  }

  /** The line, from 0, of the character at {@code index}. */
  public int line(int index) {
    int at = Arrays.binarySearch(lineStarts, Math.clamp(index, 0, length));
    return at >= 0 ? at : -at - 2;
  }

  /** The column, from 0, of the character at {@code index}. */
  public int column(int index) {
    return Math.clamp(index, 0, length) - lineStarts[line(index)];
  }

  /** The index of the first character of {@code line}, from 0; the text's end beyond the last. */
  public int lineStart(int line) {
    return line < lineStarts.length ? lineStarts[Math.max(0, line)] : length;
  }

  /** The number of lines; at least 1. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The number of characters. */
  public int length() {
    return length;
  }
}
