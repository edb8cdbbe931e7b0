package dev.wasmscope.profile.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A node of a call tree as it was called: children are callees. */
final class CalledNode implements CallNode {
  private final int function;
  private final CalledNode parent;
  private final int depth;
  private final List<CallNode> children = new ArrayList<>();
  private long self;
  private long total;

  CalledNode(int function, CalledNode parent) {
    this.function = function;
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  void add(CalledNode child) {
    children.add(child);
  }

  void weigh(long weight) {
    self += weight;
    total += weight;
  }

  /** Gives the finished total to the parent and puts the children in order. */
  void close() {
    sortHeaviestFirst(children);
    if (parent != null) {
      parent.total += total;
    }
  }

  static void sortHeaviestFirst(List<CallNode> nodes) {
    nodes.sort(Comparator.comparingLong(CallNode::total).reversed());
  }

  CalledNode caller() {
    return parent;
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
    return Collections.unmodifiableList(children);
  }

  @Override
  public int depth() {
    return depth;
  }
}
