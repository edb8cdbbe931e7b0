package dev.wasmscope.app.editor;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** The lines of a text as a list that keeps no copies of them. */
final class TextLines extends AbstractList<String> implements RandomAccess {
  private final String text;
  private final int[] starts;

  private TextLines(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /** Indexes {@code text}. */
  static TextLines of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return new TextLines(text, Arrays.copyOf(starts, count));
  }

  @Override
  public String get(int line) {
    int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    return text.substring(starts[line], end);
  }

  @Override
  public int size() {
    return starts.length;
  }

  /** The index of the first character of {@code line}. */
  int start(int line) {
    return starts[line];
  }

  /** The line of the character at {@code index}. */
  int lineOf(int index) {
    int at = Arrays.binarySearch(starts, index);
    return at >= 0 ? at : -at - 2;
  }
}
