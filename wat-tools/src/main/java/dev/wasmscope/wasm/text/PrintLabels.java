package dev.wasmscope.wasm.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels of the blocks around the instruction that is printed. */
final class PrintLabels {

  private final Map<Integer, String> names;
  private final List<Identifier> open = new ArrayList<>();

  /** Positions in {@link #open} of the blocks with an identifier, the innermost last. */
  private final Map<String, IntList> positions = new HashMap<>();

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
    Identifier identifier = next();
    if (identifier != null) {
      positions.computeIfAbsent(identifier.text(), _ -> new IntList()).add(open.size());
    }
    open.add(identifier);
    blocks++;
  }

  /** Leaves the innermost block. */
  void leave() {
    if (!open.isEmpty()) {
      Identifier identifier = open.removeLast();
      if (identifier != null) {
        positions.get(identifier.text()).removeLast();
      }
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
    return positions.get(identifier.text()).last() != open.size() - 1 - depth;
  }
}
