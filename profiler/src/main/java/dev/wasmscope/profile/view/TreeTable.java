package dev.wasmscope.profile.view;

import dev.wasmscope.profile.model.CallNode;
import dev.wasmscope.profile.model.CallTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A call tree as the rows of a table that are open. Made from {@link CallTree#invert()} it is the
 * bottom-up table.
 */
public final class TreeTable {
  /**
   * One row.
   *
   * @param node the node it shows
   * @param open whether the rows of its children follow
   * @param leaf whether there are no children to open
   */
  public record Row(CallNode node, boolean open, boolean leaf) {}

  private static final int DEEPEST_CHAIN = 1000;

  private final CallTree tree;
  private final Set<CallNode> open = new HashSet<>();

  /** A table with only the roots showing. */
  public TreeTable(CallTree tree) {
    this.tree = tree;
  }

  /** The tree it shows. */
  public CallTree tree() {
    return tree;
  }

  /** Opens a node if it is closed, closes it if it is open. */
  public void toggle(CallNode node) {
    if (!open.remove(node)) {
      open.add(node);
    }
  }

  /**
   * Opens {@code node} and below it, again and again, the heaviest child, as long as that one holds
   * at least half of its parent's weight.
   */
  public void openHotPath(CallNode node) {
    CallNode next = node;
    for (int i = 0; i < DEEPEST_CHAIN && !next.children().isEmpty(); i++) {
      open.add(next);
      CallNode heaviest = next.children().getFirst();
      if (heaviest.total() * 2 < next.total()) {
        return;
      }
      next = heaviest;
    }
  }

  /** Closes all nodes. */
  public void closeAll() {
    open.clear();
  }

  /** The rows that show, in order. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<CallNode> next = new ArrayList<>(tree.roots().reversed());
    while (!next.isEmpty()) {
      CallNode node = next.removeLast();
      boolean isOpen = open.contains(node);
      rows.add(new Row(node, isOpen, node.children().isEmpty()));
      if (isOpen) {
        next.addAll(node.children().reversed());
      }
    }
    return rows;
  }
}
