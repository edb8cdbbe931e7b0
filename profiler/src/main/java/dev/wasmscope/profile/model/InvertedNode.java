package dev.wasmscope.profile.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of an inverted call tree: children are callers. Its children are made when first asked
 * for, since an inverted tree can be far larger than the tree it comes from.
 */
final class InvertedNode implements CallNode {
  /** Weight that reaches an inverted node from one node of the tree as called. */
  record Share(CalledNode node, long weight) {}

  private final int function;
  private final InvertedNode parent;
  private final int depth;
  private final List<Share> shares = new ArrayList<>();
  private long total;
  private long self;
  private List<CallNode> children;

  InvertedNode(int function, InvertedNode parent) {
    this.function = function;
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  /** The inverted roots for these shares: one per function of the shares' nodes. */
  static List<CallNode> group(List<Share> shares, InvertedNode parent) {
    Map<Integer, InvertedNode> byFunction = new LinkedHashMap<>();
    for (Share share : shares) {
      byFunction
          .computeIfAbsent(share.node.function(), f -> new InvertedNode(f, parent))
          .add(share);
    }
    List<CallNode> nodes = new ArrayList<>(byFunction.values());
    CalledNode.sortHeaviestFirst(nodes);
    return List.copyOf(nodes);
  }

  private void add(Share share) {
    shares.add(share);
    total += share.weight;
    if (share.node.caller() == null) {
      self += share.weight;
    }
  }

  @Override
  public int function() {
    return function;
  }

  @Override
  public long self() {
    return self;
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public Optional<CallNode> parent() {
    return Optional.ofNullable(parent);
  }

  @Override
  public List<CallNode> children() {
    if (children == null) {
      List<Share> callers = new ArrayList<>();
      for (Share share : shares) {
        if (share.node.caller() != null) {
          callers.add(new Share(share.node.caller(), share.weight));
        }
      }
      children = group(callers, this);
    }
    return children;
  }

  @Override
  public int depth() {
    return depth;
  }
}
