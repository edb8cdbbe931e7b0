package dev.wasmscope.engine.jit;

import java.util.List;

/**
 * A run of instructions of a block's body, with all of the blocks in it, that becomes a Java
 * method.
 */
final class Part {

  private final int from;
  private final int to;
  private final List<Part> inner;
  private final int levels;

  /**
   * A part.
   *
   * @param from the number of its first instruction
   * @param to the number of the one behind its last
   * @param inner those runs in it that become methods of their own, in their order
   */
  Part(int from, int to, List<Part> inner) {
    this.from = from;
    this.to = to;
    this.inner = inner;
    this.levels = 1 + inner.stream().mapToInt(Part::levels).max().orElse(0);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The runs in it that become methods of their own. */
  List<Part> inner() {
    return inner;
  }

  /** How many methods are in each other at most, with its own. */
  int levels() {
    return levels;
  }

  /** The inner part that starts at instruction {@code at}, or null. */
  Part innerAt(int at) {
    int low = 0;
    int high = inner.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Part found = inner.get(middle);
      if (found.from == at) {
        return found;
      }
      if (found.from < at) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }
}
