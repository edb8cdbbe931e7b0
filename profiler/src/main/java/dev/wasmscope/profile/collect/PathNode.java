package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.runtime.FunctionInstance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A call path and what was counted on it. Only the thread that counts changes it. */
final class PathNode {
  private static final int FEW = 8;

  final FunctionInstance function;
  final PathNode parent;

  /** How often the path was counted. */
  long count;

  private long[] byOffset;
  private PathNode firstChild;
  private PathNode lastChild;
  private PathNode nextSibling;
  private int children;
  private Map<FunctionInstance, PathNode> many;

  PathNode(FunctionInstance function, PathNode parent) {
    this.function = function;
    this.parent = parent;
  }

  /** The path one call further, or null when it was never taken. */
  PathNode child(FunctionInstance callee) {
    if (many != null) {
      return many.get(callee);
    }
    PathNode child = firstChild;
    while (child != null && child.function != callee) {
      child = child.nextSibling;
    }
    return child;
  }

  /** Adds the path one call further. */
  PathNode add(FunctionInstance callee) {
    PathNode child = new PathNode(callee, this);
    if (lastChild == null) {
      firstChild = child;
    } else {
      lastChild.nextSibling = child;
    }
    lastChild = child;
    children++;
    if (many != null) {
      many.put(callee, child);
    } else if (children > FEW) {
      many = new HashMap<>();
      for (PathNode known = firstChild; known != null; known = known.nextSibling) {
        many.put(known.function, known);
      }
    }
    return child;
  }

  /** Counts at a place; {@code budget} says how many more bytes counters of places may take. */
  void countAt(int offset, PlaceBudget budget) {
    count++;
    if (byOffset == null || offset >= byOffset.length) {
      int size = Math.max(offset + 1, byOffset == null ? 64 : byOffset.length * 2);
      if (!budget.take(size)) {
        return;
      }
      byOffset = byOffset == null ? new long[size] : Arrays.copyOf(byOffset, size);
    }
    byOffset[offset]++;
  }

  /** The counts by byte offset; those of places beyond its end are not known one by one. */
  long[] byOffset() {
    return byOffset == null ? new long[0] : byOffset;
  }
}
