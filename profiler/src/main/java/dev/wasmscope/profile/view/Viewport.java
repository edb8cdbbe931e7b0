package dev.wasmscope.profile.view;

/**
 * The part of a layout's whole width that is on screen.
 *
 * @param start left edge as a fraction of the whole width, 0 to 1
 * @param width visible width as a fraction of the whole width, above 0
 */
public record Viewport(double start, double width) {

  /** The whole width. */
  public static final Viewport ALL = new Viewport(0, 1);

  private static final double NARROWEST = 1e-9;

  /** Keeps the viewport inside the layout. */
  public Viewport {
    width = Math.clamp(width, NARROWEST, 1);
    start = Math.clamp(start, 0, 1 - width);
  }

  /** The viewport that shows exactly {@code box}. */
  public static Viewport on(FlameBox box) {
    return new Viewport(box.start(), box.width());
  }

  /** Right edge as a fraction of the whole width. */
  public double end() {
    return start + width;
  }

  /**
   * The viewport with {@code factor} times the width, the same place staying under the pointer.
   *
   * @param factor below 1 to come nearer
   * @param at where the pointer is, as a fraction of the viewport
   */
  public Viewport zoom(double factor, double at) {
    double wanted = Math.clamp(width * factor, NARROWEST, 1);
    return new Viewport(start + (width - wanted) * at, wanted);
  }

  /** The viewport moved right by a fraction of its own width. */
  public Viewport pan(double by) {
    return new Viewport(start + by * width, width);
  }

  /** Where a fraction of the whole width is in the viewport: 0 at its left edge, 1 at its right. */
  public double toView(double fraction) {
    return (fraction - start) / width;
  }

  /** The fraction of the whole width at a place in the viewport. */
  public double toLayout(double inView) {
    return start + inView * width;
  }
}
