package dev.wasmscope.app.program;

import dev.wasmscope.engine.numeric.LaneShape;
import dev.wasmscope.engine.runtime.QuotedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a line of arguments at its blanks. Blanks within quotes, braces and brackets do not count,
 * nor does the one before an opening brace that follows a type's name; the shape of a vector takes
 * as many words as it has lanes.
 */
public final class ArgumentWords {
  private ArgumentWords() {}

  /** The arguments of {@code line}; quotes stay with them. */
  public static List<String> split(String line) {
    List<String> words = words(line);
    List<String> arguments = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = Math.min(words.size(), at + length(words, at));
      arguments.add(String.join(" ", words.subList(at, end)));
      at = end;
    }
    return arguments;
  }

  /** How many words the argument at {@code at} has. */
  private static int length(List<String> words, int at) {
    String word = words.get(at);
    int colon = word.indexOf(':');
    Optional<LaneShape> shape = LaneShape.of(colon < 0 ? word : word.substring(0, colon));
    boolean lanesInWord = word.indexOf(',') >= 0;
    if (shape.isPresent() && !lanesInWord) {
      boolean first = colon >= 0 && colon < word.length() - 1;
      return shape.get().lanes() + (first ? 0 : 1);
    }
    boolean isTyped =
        word.startsWith("$")
            && at + 1 < words.size()
            && (words.get(at + 1).startsWith("{") || words.get(at + 1).startsWith("["));
    return isTyped ? 2 : 1;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int depth = 0;
    int start = -1;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c) && depth <= 0) {
        if (start >= 0) {
          words.add(line.substring(start, at));
        }
        start = -1;
      } else if (start < 0) {
        start = at;
      }
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      at = c == '"' ? QuotedText.end(line, at) : at + 1;
    }
    if (start >= 0) {
      words.add(line.substring(start));
    }
    return words;
  }
}
