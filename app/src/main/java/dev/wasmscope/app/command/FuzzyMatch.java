package dev.wasmscope.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a typed pattern matches a title, letters in order but not necessarily adjacent.
 *
 * @param score higher is better; comparable only between matches of one pattern
 * @param positions the indices of the title's characters that were matched, ascending
 */
public record FuzzyMatch(int score, List<Integer> positions) {
  private static final int ADJACENT = 8;
  private static final int WORD_START = 10;
  private static final int EARLY = 4;

  /** Copies the positions. */
  public FuzzyMatch {
    positions = List.copyOf(positions);
  }

  /** Matches {@code pattern} (blanks and case ignored) against {@code title}. */
  public static Optional<FuzzyMatch> of(String pattern, String title) {
    String needle = pattern.toLowerCase(Locale.ROOT).replace(" ", "");
    String hay = title.toLowerCase(Locale.ROOT);
    if (needle.isEmpty()) {
      return Optional.of(new FuzzyMatch(0, List.of()));
    }
    Optional<FuzzyMatch> best = Optional.empty();
    for (int start = hay.indexOf(needle.charAt(0));
        start >= 0;
        start = hay.indexOf(needle.charAt(0), start + 1)) {
      Optional<FuzzyMatch> match = from(needle, hay, title, start);
      if (match.isPresent() && (best.isEmpty() || match.get().score > best.get().score)) {
        best = match;
      }
    }
    return best;
  }

  private static Optional<FuzzyMatch> from(String needle, String hay, String title, int start) {
    List<Integer> positions = new ArrayList<>();
    int score = Math.max(0, EARLY - start);
    int at = start;
    for (int i = 0; i < needle.length(); i++) {
      at = hay.indexOf(needle.charAt(i), at);
      if (at < 0) {
        return Optional.empty();
      }
      if (!positions.isEmpty() && positions.getLast() == at - 1) {
        score += ADJACENT;
      }
      if (isWordStart(title, at)) {
        score += WORD_START;
      }
      positions.add(at);
      at++;
    }
    int gap = positions.getLast() - positions.getFirst() + 1 - needle.length();
    return Optional.of(new FuzzyMatch(score - gap, positions));
  }

  private static boolean isWordStart(String title, int at) {
    if (at == 0) {
      return true;
    }
    char before = title.charAt(at - 1);
    return !Character.isLetterOrDigit(before)
        || (Character.isUpperCase(title.charAt(at)) && Character.isLowerCase(before));
  }
}
