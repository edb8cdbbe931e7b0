package dev.wasmscope.engine.runtime;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list of values at its commas; those within quotes, braces and brackets do not count. */
final class ValueList {

  private final String text;
  private final List<String> items = new ArrayList<>();
  private int start;

  private ValueList(String text) {
    this.text = text;
  }

  static List<String> split(String text) {
    return text.isBlank() ? List.of() : new ValueList(text).split();
  }

  private List<String> split() {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> at = QuotedText.end(text, at) - 1;
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case ',' -> {
          if (depth == 0) {
            cut(at);
          }
        }
        default -> {}
      }
    }
    cut(text.length());
    return items;
  }

  private void cut(int end) {
    items.add(text.substring(start, end).strip());
    start = end + 1;
  }
}
