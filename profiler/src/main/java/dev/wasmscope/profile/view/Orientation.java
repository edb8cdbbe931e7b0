package dev.wasmscope.profile.view;

/** Where the outermost functions are drawn. */
public enum Orientation {
  /** Outermost functions at the top, callees hang below. */
  ICICLE,
  /** Outermost functions at the bottom, callees rise above. */
  FLAME;

  /**
   * The line, counted from the top, on which a row of a layout is drawn; also the row drawn on a
   * line.
   *
   * @param row row of the layout, or line
   * @param rows how many rows the layout has
   */
  public int line(int row, int rows) {
    return this == ICICLE ? row : rows - 1 - row;
  }
}
