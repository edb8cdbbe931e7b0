package dev.wasmscope.app.editor;

import dev.wasmscope.app.analysis.Problem;
import dev.wasmscope.app.analysis.StyledToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Computes the style classes of one line from layers that may overlap. */
final class Styling {
  private record Layer(int start, int end, String style) {}

  private Styling() {}

  /**
   * The styles of the characters {@code start} to {@code end}.
   *
   * @param tokens ascending, without overlap
   */
  static StyleSpans<Collection<String>> of(
      int start,
      int end,
      List<StyledToken> tokens,
      List<Problem> problems,
      Execution execution,
      List<StyledToken> extra) {
    List<Layer> layers = new ArrayList<>();
    for (int i = firstTouching(tokens, start); i < tokens.size(); i++) {
      StyledToken token = tokens.get(i);
      if (token.start() >= end) {
        break;
      }
      add(layers, token.start(), token.end(), token.style(), start, end);
    }
    for (Problem problem : problems) {
      int stop = Math.max(problem.end(), problem.start() + 1);
      add(layers, problem.start(), stop, problem.error() ? "error" : "warning", start, end);
    }
    if (execution != null) {
      add(layers, execution.start(), execution.end(), "exec-span", start, end);
    }
    for (StyledToken token : extra) {
      add(layers, token.start(), token.end(), token.style(), start, end);
    }
    return merge(layers, start, end);
  }

  private static int firstTouching(List<StyledToken> tokens, int start) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void add(List<Layer> layers, int from, int to, String style, int start, int end) {
    int a = Math.max(from, start);
    int b = Math.min(to, end);
    if (a < b) {
      layers.add(new Layer(a, b, style));
    }
  }

  private static StyleSpans<Collection<String>> merge(List<Layer> layers, int start, int end) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
    for (Layer layer : layers) {
      cuts.add(layer.start);
      cuts.add(layer.end);
    }
    StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
    Integer from = cuts.pollFirst();
    for (Integer to : cuts) {
      List<String> styles = new ArrayList<>();
      for (Layer layer : layers) {
        if (layer.start <= from && to <= layer.end && !styles.contains(layer.style)) {
          styles.add(layer.style);
        }
      }
      builder.add(styles, to - from);
      from = to;
    }
    if (start == end) {
      builder.add(List.of(), 0);
    }
    return builder.create();
  }
}
