package dev.wasmscope.wasm.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The labels of the blocks around the instruction that is printed. */
final class PrintLabels {

  private final Map<Integer, String> names;
  private final List<Identifier> open = new ArrayList<>();
  private int blocks;

  /**
   * Starts outside of all blocks.
   *
   * @param names names of the blocks that have one, by their ordinal in the function
   */
  PrintLabels(Map<Integer, String> names) {
    this.names = names;
  }

  int depth() {
    return open.size();
  }

  /** The identifier of the block that is entered next, or null. */
  Identifier next() {
    String name = names.get(blocks);
    return name == null ? null : Identifier.saying(name);
  }

  /** Enters a block. */
  void enter() {
    open.add(next());
    blocks++;
  }

  /** Leaves the innermost block. */
  void leave() {
    if (!open.isEmpty()) {
      open.removeLast();
    }
  }

  /** Prints a label, behind a space: its identifier unless a nearer block has the same one. */
  void reference(TextBuilder out, int depth) {
    out.add(' ');
    Identifier identifier = depth >= 0 && depth < open.size() ? at(depth) : null;
    if (identifier == null || isHidden(identifier, depth)) {
      out.unsigned(depth);
    } else {
      out.add(identifier.text());
    }
  }

  private Identifier at(int depth) {
    return open.get(open.size() - 1 - depth);
  }

  private boolean isHidden(Identifier identifier, int depth) {
    for (int i = 0; i < depth; i++) {
      Identifier nearer = at(i);
      if (nearer != null && nearer.text().equals(identifier.text())) {
        return true;
      }
    }
    return false;
  }
}
