package dev.wasmscope.profile.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node of two call trees laid over each other: the same chain of functions, by name and module,
 * in a profile from before and one from after. Weights are shares of a whole in {@link
 * Diff#SCALE}ths, or plain weights when the diff compares exact counts.
 */
public final class DiffNode {
  private final String name;
  private final String module;
  private final int depth;
  private final Map<List<String>, DiffNode> children = new LinkedHashMap<>();
  private long selfBefore;
  private long selfAfter;
  private long before;
  private long after;

  DiffNode(String name, String module, int depth) {
    this.name = name;
    this.module = module;
    this.depth = depth;
  }

  DiffNode child(String childName, String childModule) {
    return children.computeIfAbsent(
        List.of(childName, childModule), _ -> new DiffNode(childName, childModule, depth + 1));
  }

  void addBefore(long self, long total) {
    selfBefore += self;
    before += total;
  }

  void addAfter(long self, long total) {
    selfAfter += self;
    after += total;
  }

  /** Name of the function. */
  public String name() {
    return name;
  }

  /** Module of the function; empty when unknown. */
  public String module() {
    return module;
  }

  /** How many nodes are above this one. */
  public int depth() {
    return depth;
  }

  /** Weight before, callees included. */
  public long before() {
    return before;
  }

  /** Weight after, callees included. */
  public long after() {
    return after;
  }

  /** Weight of the function itself before. */
  public long selfBefore() {
    return selfBefore;
  }

  /** Weight of the function itself after. */
  public long selfAfter() {
    return selfAfter;
  }

  /** How much more it weighs after than before; negative when less. */
  public long change() {
    return after - before;
  }

  /** Width in a picture of both: additive, so that children always fit into their parent. */
  long width() {
    return before + after;
  }

  /** The nodes below this one, the widest of both profiles first. */
  public List<DiffNode> children() {
    List<DiffNode> sorted = new ArrayList<>(children.values());
    sorted.sort((a, b) -> Long.compare(b.width(), a.width()));
    return sorted;
  }
}
