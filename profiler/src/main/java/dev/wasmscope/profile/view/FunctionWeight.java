package dev.wasmscope.profile.view;

import dev.wasmscope.profile.model.CallNode;
import dev.wasmscope.profile.model.CallTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One row of the table of functions.
 *
 * @param function row of the function in the function table
 * @param self weight spent in the function itself
 * @param total weight of all stacks it is on; a stack counts once however often it recurs
 */
public record FunctionWeight(int function, long self, long total) {

  /** All functions of a tree, the one with the most weight of its own first. */
  public static List<FunctionWeight> of(CallTree tree) {
    Counting counting = new Counting(tree.profile().functions().size());
    counting.walk(tree);
    List<FunctionWeight> rows = new ArrayList<>();
    for (int f = 0; f < counting.self.length; f++) {
      if (counting.total[f] > 0) {
        rows.add(new FunctionWeight(f, counting.self[f], counting.total[f]));
      }
    }
    rows.sort(
        Comparator.comparingLong(FunctionWeight::self)
            .thenComparingLong(FunctionWeight::total)
            .reversed());
    return rows;
  }

  /** Walks the tree while it knows which functions are on the path to the current node. */
  private static final class Counting {
    private final long[] self;
    private final long[] total;
    private final int[] onPath;

    Counting(int functions) {
      self = new long[functions];
      total = new long[functions];
      onPath = new int[functions];
    }

    void walk(CallTree tree) {
      List<CallNode> path = new ArrayList<>();
      tree.forEach(
          node -> {
            while (path.size() > node.depth()) {
              onPath[path.removeLast().function()]--;
            }
            path.add(node);
            int f = node.function();
            self[f] += node.self();
            if (onPath[f]++ == 0) {
              total[f] += node.total();
            }
          });
    }
  }
}
