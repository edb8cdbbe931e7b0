package dev.wasmscope.profile.model;

import java.util.List;
import java.util.Optional;

/**
 * A node of a call tree: a function reached through its callers (or, in an inverted tree, through
 * its callees). Weights are in the unit of the samples the tree was made from.
 */
public sealed interface CallNode permits CalledNode, InvertedNode {

  /** Row of the function in the profile's {@link FunctionTable}. */
  int function();

  /** Weight of the samples that end here. */
  long self();

  /** Weight of the samples that pass through or end here. */
  long total();

  /** The node this one is a child of; empty for a root. */
  Optional<CallNode> parent();

  /** The nodes below this one, heaviest first, ties in order of first appearance. */
  List<CallNode> children();

  /** How many nodes there are above this one. */
  int depth();
}
