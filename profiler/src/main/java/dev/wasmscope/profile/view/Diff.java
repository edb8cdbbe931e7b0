package dev.wasmscope.profile.view;

import dev.wasmscope.profile.model.CallNode;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.FunctionTable;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two call trees compared. Exact counts in the same unit are compared as they are, since they are
 * reproducible; everything else is compared as shares of the whole, so that a longer run is not
 * mistaken for a slower one.
 */
public final class Diff {
  /** What the whole of a profile counts as when shares are compared. */
  public static final long SCALE = 1_000_000_000L;

  /**
   * A function in both profiles.
   *
   * @param name its name
   * @param module its module; empty when unknown
   * @param selfBefore its own weight before
   * @param selfAfter its own weight after
   */
  public record Row(String name, String module, long selfBefore, long selfAfter) {
    /** How much more it weighs after than before; negative when less. */
    public long change() {
      return selfAfter - selfBefore;
    }
  }

  private final boolean exact;
  private final WeightUnit unit;
  private final DiffNode root = new DiffNode("", "", -1);

  private Diff(CallTree before, CallTree after) {
    unit = after.unit();
    exact =
        before.unit() == unit
            && (unit == WeightUnit.INSTRUCTIONS
                || unit == WeightUnit.CALLS
                || unit == WeightUnit.BYTES);
    overlay(before, true);
    overlay(after, false);
  }

  /** Compares {@code after} with {@code before}. */
  public static Diff of(CallTree before, CallTree after) {
    return new Diff(before, after);
  }

  private void overlay(CallTree tree, boolean isBefore) {
    FunctionTable functions = tree.profile().functions();
    double factor = exact ? 1 : (double) SCALE / Math.max(tree.total(), 1);
    List<DiffNode> path = new ArrayList<>(List.of(root));
    tree.forEach(
        node -> {
          while (path.size() > node.depth() + 1) {
            path.removeLast();
          }
          int f = node.function();
          DiffNode into = path.getLast().child(functions.name(f), functions.module(f));
          path.add(into);
          weigh(node, into, factor, isBefore);
        });
    long whole = Math.round(tree.total() * factor);
    if (isBefore) {
      root.addBefore(0, whole);
    } else {
      root.addAfter(0, whole);
    }
  }

  private static void weigh(CallNode node, DiffNode into, double factor, boolean isBefore) {
    long self = Math.round(node.self() * factor);
    long total = Math.round(node.total() * factor);
    if (isBefore) {
      into.addBefore(self, total);
    } else {
      into.addAfter(self, total);
    }
  }

  /** Whether weights are exact counts, not shares of {@link #SCALE}. */
  public boolean exact() {
    return exact;
  }

  /** What the weights of the later profile count. */
  public WeightUnit unit() {
    return unit;
  }

  /** The node that has the outermost functions as children; its weights are the wholes. */
  public DiffNode root() {
    return root;
  }

  /** All functions, the one whose own weight changed most first. */
  public List<Row> functions() {
    Map<List<String>, Row> rows = new LinkedHashMap<>();
    List<DiffNode> open = new ArrayList<>(root.children());
    while (!open.isEmpty()) {
      DiffNode node = open.removeLast();
      Row row = new Row(node.name(), node.module(), node.selfBefore(), node.selfAfter());
      rows.merge(List.of(node.name(), node.module()), row, Diff::sum);
      open.addAll(node.children());
    }
    List<Row> sorted = new ArrayList<>(rows.values());
    sorted.sort(
        Comparator.comparingLong((Row row) -> Math.abs(row.change()))
            .reversed()
            .thenComparing(Row::name));
    return sorted;
  }

  private static Row sum(Row a, Row b) {
    return new Row(a.name, a.module, a.selfBefore + b.selfBefore, a.selfAfter + b.selfAfter);
  }
}
