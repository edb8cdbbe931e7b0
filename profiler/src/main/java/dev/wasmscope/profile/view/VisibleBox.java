package dev.wasmscope.profile.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Something to draw in a row: one box, or several neighbours that are each too narrow to see,
 * merged into one.
 *
 * @param first index of the (first) box in its row
 * @param count how many boxes it stands for
 * @param left left edge in the viewport, 0 to 1
 * @param right right edge in the viewport, 0 to 1
 */
public record VisibleBox(int first, int count, double left, double right) {

  /** Whether it stands for several boxes. */
  public boolean merged() {
    return count > 1;
  }

  /**
   * What to draw of {@code row}: boxes at least as wide as a pixel stand for themselves, runs of
   * narrower ones are merged while the gaps between them are narrower than a pixel too. There are
   * never more than about two results per pixel.
   *
   * @param pixels how many pixels the viewport is wide
   */
  public static List<VisibleBox> of(FlameRow row, Viewport viewport, double pixels) {
    double pixel = 1 / Math.max(pixels, 1);
    List<VisibleBox> visible = new ArrayList<>();
    int size = row.size();
    int i = row.firstEndingAfter(viewport.start());
    while (i < size && row.start(i) < viewport.end()) {
      int first = i;
      double left = viewport.toView(row.start(first));
      double right = viewport.toView(row.end(first));
      i++;
      if (right - left < pixel) {
        while (i < size && joins(row, viewport, i, left, right, pixel)) {
          right = viewport.toView(row.end(i++));
        }
      }
      visible.add(new VisibleBox(first, i - first, Math.max(left, 0), Math.min(right, 1)));
    }
    return visible;
  }

  private static boolean joins(
      FlameRow row, Viewport viewport, int i, double left, double right, double pixel) {
    double start = viewport.toView(row.start(i));
    double end = viewport.toView(row.end(i));
    return end - start < pixel && start - right < pixel && end - left < 4 * pixel;
  }
}
