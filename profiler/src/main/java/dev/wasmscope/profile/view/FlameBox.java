package dev.wasmscope.profile.view;

/**
 * One box of a flame layout.
 *
 * @param row how many boxes are between it and the root row
 * @param index its place in the row, from the left
 * @param parent place of its caller's box in row {@code row - 1}; -1 in row 0
 * @param function row of its function in the function table of the layout's profile
 * @param start left edge as a fraction of the whole width, 0 to 1
 * @param width width as a fraction of the whole width, 0 to 1
 * @param self weight spent in the function itself
 * @param total weight of the box, callees included
 */
public record FlameBox(
    int row,
    int index,
    int parent,
    int function,
    double start,
    double width,
    long self,
    long total) {

  /** Right edge as a fraction of the whole width. */
  public double end() {
    return start + width;
  }
}
