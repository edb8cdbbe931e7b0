package dev.wasmscope.profile.view;

import dev.wasmscope.profile.model.CallNode;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.FunctionTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The functions that a search finds and how much of the profile passes through them.
 *
 * @param query what was searched for; an empty query finds nothing
 * @param functions rows of the functions found
 * @param weight weight of the stacks with at least one of them, each counted once
 * @param total weight of the whole
 */
public record Search(String query, BitSet functions, long weight, long total) {

  /** Takes a copy. */
  public Search {
    functions = (BitSet) functions.clone();
  }

  /** Finds the functions whose name, module or file contains {@code query}, whatever its case. */
  public static Search of(CallTree tree, String query) {
    BitSet found = new BitSet();
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    FunctionTable table = tree.profile().functions();
    for (int f = 0; f < table.size() && !wanted.isEmpty(); f++) {
      if (contains(table.name(f), wanted)
          || contains(table.module(f), wanted)
          || contains(table.file(f), wanted)) {
        found.set(f);
      }
    }
    return new Search(query, found, weight(tree, found), tree.total());
  }

  private static boolean contains(String text, String lowerCase) {
    return text.toLowerCase(Locale.ROOT).contains(lowerCase);
  }

  private static long weight(CallTree tree, BitSet found) {
    if (found.isEmpty()) {
      return 0;
    }
    long weight = 0;
    List<CallNode> open = new ArrayList<>(tree.roots());
    while (!open.isEmpty()) {
      CallNode node = open.removeLast();
      if (found.get(node.function())) {
        weight += node.total();
      } else {
        open.addAll(node.children());
      }
    }
    return weight;
  }

  /** Whether the function of row {@code function} was found. */
  public boolean matches(int function) {
    return functions.get(function);
  }

  /** The matched part of the whole, 0 to 1. */
  public double share() {
    return total == 0 ? 0 : (double) weight / total;
  }
}
