package dev.wasmscope.profile.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The call tree of the samples of a profile, of some of its threads, or of a range of its time.
 * Stacks with the same functions are one node, whatever places they stood at. Weights of threads
 * with other units than the tree's do not enter it.
 */
public final class CallTree {
  private final Profile profile;
  private final WeightUnit unit;
  private final List<CallNode> roots;
  private final long total;

  private CallTree(Profile profile, WeightUnit unit, List<CallNode> roots, long total) {
    this.profile = profile;
    this.unit = unit;
    this.roots = roots;
    this.total = total;
  }

  /** The tree of all threads that weigh in the unit of the first one. */
  public static CallTree of(Profile profile) {
    return of(profile, profile.threads(), TimeRange.ALL);
  }

  /** The tree of one thread. */
  public static CallTree of(Profile profile, ProfileThread thread) {
    return of(profile, List.of(thread), TimeRange.ALL);
  }

  /**
   * The tree of the samples of these threads in a range of time. The unit is that of the first of
   * these threads; threads with another unit are left out.
   */
  public static CallTree of(Profile profile, List<ProfileThread> threads, TimeRange range) {
    WeightUnit unit = threads.isEmpty() ? WeightUnit.SAMPLES : threads.getFirst().samples().unit();
    long[] weights = new long[profile.stacks().size()];
    boolean[] used = new boolean[weights.length];
    for (ProfileThread thread : threads) {
      Samples samples = thread.samples();
      if (samples.unit() == unit) {
        weigh(samples, range, weights, used);
      }
    }
    return of(profile, unit, weights, used);
  }

  private static void weigh(Samples samples, TimeRange range, long[] weights, boolean[] used) {
    for (int i = 0; i < samples.size(); i++) {
      int stack = samples.stack(i);
      if (stack != StackTable.NONE && range.contains(samples.time(i))) {
        weights[stack] += samples.weight(i);
        used[stack] = true;
      }
    }
  }

  private static CallTree of(Profile profile, WeightUnit unit, long[] weights, boolean[] used) {
    StackTable stacks = profile.stacks();
    for (int stack = stacks.size() - 1; stack >= 0; stack--) {
      if (used[stack] && stacks.prefix(stack) != StackTable.NONE) {
        used[stacks.prefix(stack)] = true;
      }
    }
    Growing tree = new Growing();
    CalledNode[] nodes = new CalledNode[stacks.size()];
    for (int stack = 0; stack < nodes.length; stack++) {
      if (used[stack]) {
        int prefix = stacks.prefix(stack);
        CalledNode parent = prefix == StackTable.NONE ? null : nodes[prefix];
        nodes[stack] = tree.node(parent, profile.functionOfStack(stack));
        nodes[stack].weigh(weights[stack]);
      }
    }
    return tree.close(profile, unit);
  }

  /** A tree while nodes are added: parents always before their children. */
  private static final class Growing {
    private record Key(CalledNode parent, int function) {}

    private final Map<Key, CalledNode> known = new HashMap<>();
    private final List<CalledNode> inOrder = new ArrayList<>();
    private final List<CallNode> roots = new ArrayList<>();

    CalledNode node(CalledNode parent, int function) {
      return known.computeIfAbsent(new Key(parent, function), this::add);
    }

    private CalledNode add(Key key) {
      CalledNode node = new CalledNode(key.function, key.parent);
      inOrder.add(node);
      if (key.parent == null) {
        roots.add(node);
      } else {
        key.parent.add(node);
      }
      return node;
    }

    CallTree close(Profile profile, WeightUnit unit) {
      for (int i = inOrder.size() - 1; i >= 0; i--) {
        inOrder.get(i).close();
      }
      CalledNode.sortHeaviestFirst(roots);
      long total = roots.stream().mapToLong(CallNode::total).sum();
      return new CallTree(profile, unit, List.copyOf(roots), total);
    }
  }

  /** The profile it was made from. */
  public Profile profile() {
    return profile;
  }

  /** What the weights count. */
  public WeightUnit unit() {
    return unit;
  }

  /** The outermost nodes, heaviest first. */
  public List<CallNode> roots() {
    return roots;
  }

  /** Sum of the totals of the roots. */
  public long total() {
    return total;
  }

  /** The name of the function of {@code node}. */
  public String name(CallNode node) {
    return profile.functions().name(node.function());
  }

  /** Calls {@code visit} for every node, callers before callees, siblings heaviest first. */
  public void forEach(Consumer<CallNode> visit) {
    List<CallNode> open = new ArrayList<>(roots.reversed());
    while (!open.isEmpty()) {
      CallNode node = open.removeLast();
      visit.accept(node);
      open.addAll(node.children().reversed());
    }
  }

  /**
   * The tree upside down: the roots are the functions with weight of their own, below each its
   * callers. The total of an inverted node is the weight its root function spent itself when called
   * through this chain; its self is the part for which the chain ends here. An inverted tree cannot
   * be inverted again: that gives the same tree.
   */
  public CallTree invert() {
    List<InvertedNode.Share> shares = new ArrayList<>();
    forEach(
        node -> {
          if (node instanceof CalledNode called && called.self() > 0) {
            shares.add(new InvertedNode.Share(called, called.self()));
          }
        });
    return shares.isEmpty() && total > 0
        ? this
        : new CallTree(profile, unit, InvertedNode.group(shares, null), total);
  }

  /**
   * The callers of {@code function}, inverted: one root for the function, below it who called it.
   * Recursion counts once: only outermost occurrences are taken. Empty when it does not occur.
   */
  public CallTree callersOf(int function) {
    List<InvertedNode.Share> shares = new ArrayList<>();
    for (CalledNode node : outermost(function)) {
      shares.add(new InvertedNode.Share(node, node.total()));
    }
    List<CallNode> grouped = InvertedNode.group(shares, null);
    return new CallTree(profile, unit, grouped, sum(grouped));
  }

  /**
   * The callees of {@code function}: one root for the function, below it everything it called, from
   * all places merged. Recursion counts once. Empty when it does not occur.
   */
  public CallTree calleesOf(int function) {
    Growing tree = new Growing();
    for (CalledNode node : outermost(function)) {
      copy(node, tree);
    }
    return tree.close(profile, unit);
  }

  private static void copy(CalledNode source, Growing tree) {
    record Pending(CallNode from, CalledNode into) {}
    List<Pending> open = new ArrayList<>(List.of(new Pending(source, null)));
    while (!open.isEmpty()) {
      Pending next = open.removeLast();
      CalledNode copied = tree.node(next.into, next.from.function());
      copied.weigh(next.from.self());
      for (CallNode child : next.from.children().reversed()) {
        open.add(new Pending(child, copied));
      }
    }
  }

  private List<CalledNode> outermost(int function) {
    List<CalledNode> found = new ArrayList<>();
    List<CallNode> open = new ArrayList<>(roots.reversed());
    while (!open.isEmpty()) {
      CallNode node = open.removeLast();
      if (node.function() != function) {
        open.addAll(node.children().reversed());
      } else if (node instanceof CalledNode called) {
        found.add(called);
      }
    }
    return found;
  }

  private static long sum(List<CallNode> nodes) {
    return nodes.stream().mapToLong(CallNode::total).sum();
  }
}
