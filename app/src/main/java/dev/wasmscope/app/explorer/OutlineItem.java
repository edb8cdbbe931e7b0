package dev.wasmscope.app.explorer;

import java.util.List;

/**
 * A line of the outline.
 *
 * @param icon an Ikonli literal
 * @param name what it is called
 * @param detail its type or value, in WAT's notation; may be empty
 * @param offset index of its first character in the document; -1 when it has none
 * @param children below it
 */
public record OutlineItem(
    String icon, String name, String detail, int offset, List<OutlineItem> children) {
  /** Copies the children. */
  public OutlineItem {
    children = List.copyOf(children);
  }
}
