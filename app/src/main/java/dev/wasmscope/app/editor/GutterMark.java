package dev.wasmscope.app.editor;

/** The breakpoint a line shows in its gutter. */
public enum GutterMark {
  NONE,
  ENABLED,
  DISABLED,
  /** There is no instruction to stop at. */
  UNPLACED
}
