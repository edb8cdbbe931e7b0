package dev.wasmscope.profile.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTreeTest {
  private static String dump(CallTree tree) {
    StringBuilder out = new StringBuilder();
    tree.forEach(
        node ->
            out.append("  ".repeat(node.depth()))
                .append(tree.name(node))
                .append(' ')
                .append(node.self())
                .append('/')
                .append(node.total())
                .append('\n'));
    return out.toString();
  }

  @Test
  void mergesEqualStacksAndPutsTheHeaviestFirst() {
    CallTree tree = CallTree.of(Profiles.ofLines("a;b 1", "a;c 5", "a;b 2", "a 1"));
    assertEquals("a 1/9\n  c 5/5\n  b 3/3\n", dump(tree));
    assertEquals(9, tree.total());
  }

  @Test
  void mergesPlacesOfOneFunction() {
    Profile profile = Profiles.full();
    CallTree tree = CallTree.of(profile, profile.threads().getFirst());
    CallNode start = tree.roots().getFirst();
    assertEquals(1, tree.roots().size());
    assertEquals(6, start.total());
    assertEquals(2, start.children().size());
    assertEquals(4, start.children().getFirst().self());
  }

  @Test
  void takesOnlyTheRangeOfTime() {
    Profile profile = Profiles.ofLines("a 1", "b 1", "c 1");
    CallTree tree = CallTree.of(profile, profile.threads(), new TimeRange(10, 20));
    assertEquals("b 1/1\n", dump(tree));
  }

  @Test
  void invertsToCallersWithTheSameWeight() {
    CallTree inverted = CallTree.of(Profiles.ofLines("a;x 3", "b;x 2", "a;b;x 1", "a 1")).invert();
    assertEquals(
        """
        x 0/6
          a 3/3
          b 2/3
            a 1/1
        a 1/1
        """,
        dump(inverted));
    assertEquals(7, inverted.total());
    assertSame(inverted, inverted.invert());
  }

  @Test
  void sandwichCountsRecursionOnce() {
    CallTree tree = CallTree.of(Profiles.ofLines("a;f;f;g 4", "f;h 1", "b 9"));
    int f =
        tree.roots().stream().filter(n -> tree.name(n).equals("f")).findFirst().get().function();
    assertEquals("f 1/5\n  a 4/4\n", dump(tree.callersOf(f)));
    assertEquals("f 0/5\n  f 0/4\n    g 4/4\n  h 1/1\n", dump(tree.calleesOf(f)));
  }

  @Test
  void standsStacksOfAHundredThousandFrames() {
    ProfileBuilder builder = new ProfileBuilder(Profiles.meta("deep"));
    int frame = builder.frame(Frame.of(Function.named("f", Category.WASM)));
    int stack = StackTable.NONE;
    for (int i = 0; i < 100_000; i++) {
      stack = builder.stack(stack, frame);
    }
    builder.thread("main", WeightUnit.SAMPLES).sample(0, stack, 1);
    CallTree tree = CallTree.of(builder.build());
    List<CallNode> nodes = new ArrayList<>();
    tree.forEach(nodes::add);
    assertEquals(100_000, nodes.size());
    assertEquals(1, nodes.getFirst().total());
    assertEquals(1, tree.calleesOf(0).total());
    assertTrue(tree.invert().roots().getFirst().children().size() == 1);
  }

  @Test
  void totalsAreSelfAndChildrenEverywhere() {
    CallTree tree = CallTree.of(Profiles.random(7, 2000, 12));
    tree.forEach(
        node ->
            assertEquals(
                node.total(),
                node.self() + node.children().stream().mapToLong(CallNode::total).sum()));
    CallTree inverted = tree.invert();
    inverted.forEach(
        node ->
            assertEquals(
                node.total(),
                node.self() + node.children().stream().mapToLong(CallNode::total).sum()));
    assertEquals(tree.total(), inverted.roots().stream().mapToLong(CallNode::total).sum());
  }
}
