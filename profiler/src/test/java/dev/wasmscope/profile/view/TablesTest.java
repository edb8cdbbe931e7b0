package dev.wasmscope.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Profiles;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static String dump(TreeTable table) {
    StringBuilder out = new StringBuilder();
    for (TreeTable.Row row : table.rows()) {
      out.append("  ".repeat(row.node().depth()))
          .append(row.leaf() ? "  " : row.open() ? "- " : "+ ")
          .append(table.tree().name(row.node()))
          .append('\n');
    }
    return out.toString();
  }

  @Test
  void functionsCountRecursionOnce() {
    CallTree tree = CallTree.of(Profiles.ofLines("a;f;f;g 4", "f 1"));
    List<String> rows =
        FunctionWeight.of(tree).stream()
            .map(
                w ->
                    tree.profile().functions().name(w.function())
                        + " "
                        + w.self()
                        + "/"
                        + w.total())
            .toList();
    assertEquals(List.of("g 4/4", "f 1/5", "a 0/4"), rows);
  }

  @Test
  void theTreeTableShowsWhatIsOpen() {
    TreeTable table = new TreeTable(CallTree.of(Profiles.ofLines("a;b;c 4", "a;d 1", "e 1")));
    assertEquals("+ a\n  e\n", dump(table));
    table.openHotPath(table.rows().getFirst().node());
    assertEquals("- a\n  - b\n      c\n    d\n  e\n", dump(table));
    table.toggle(table.rows().get(1).node());
    assertEquals("- a\n  + b\n    d\n  e\n", dump(table));
    table.closeAll();
    assertEquals("+ a\n  e\n", dump(table));
  }

  @Test
  void searchCountsAStackOnce() {
    CallTree tree = CallTree.of(Profiles.ofLines("main;hot;hotter 6", "main;cold 2", "HOT 2"));
    Search search = Search.of(tree, " hot ");
    assertEquals(8, search.weight());
    assertEquals(0.8, search.share());
    assertEquals(3, search.functions().cardinality());
    assertFalse(search.matches(0));
    assertEquals(0, Search.of(tree, "  ").weight());
    assertEquals(0, Search.of(tree, ".*").weight());
  }

  @Test
  void diffComparesSharesOfSampledProfiles() {
    Diff diff =
        Diff.of(
            CallTree.of(Profiles.ofLines("main;a 5", "main;b 5")),
            CallTree.of(Profiles.ofLines("main;a 15", "main;c 5")));
    assertFalse(diff.exact());
    List<Diff.Row> rows = diff.functions();
    assertEquals(List.of("b", "a", "c", "main"), rows.stream().map(Diff.Row::name).toList());
    assertEquals(-Diff.SCALE / 2, rows.getFirst().change());
    assertEquals(Diff.SCALE / 4, rows.get(1).change());
    DiffNode main = diff.root().children().getFirst();
    assertEquals(0, main.change());
    assertEquals(List.of("a", "b", "c"), main.children().stream().map(DiffNode::name).toList());
  }

  @Test
  void diffComparesExactCountsAsTheyAre() {
    CallTree once = CallTree.of(Profiles.random(1, 50, 4));
    CallTree other = CallTree.of(Profiles.random(2, 80, 4));
    Diff diff = Diff.of(once, other);
    assertTrue(diff.exact());
    assertEquals(other.total() - once.total(), diff.root().change());
    assertEquals(
        other.total() - once.total(), diff.functions().stream().mapToLong(Diff.Row::change).sum());
    assertTrue(Diff.of(once, once).functions().stream().allMatch(row -> row.change() == 0));
  }

  @Test
  void weightsReadWell() {
    assertEquals("999 ns", WeightFormat.format(WeightUnit.CPU_TIME_NS, 999));
    assertEquals("1.50 ms", WeightFormat.format(WeightUnit.CPU_TIME_NS, 1_500_000));
    assertEquals("12.3 s", WeightFormat.format(WeightUnit.CPU_TIME_NS, 12_345_678_901L));
    assertEquals("64.0 KiB", WeightFormat.format(WeightUnit.BYTES, 65_536));
    assertEquals("1 call", WeightFormat.format(WeightUnit.CALLS, 1));
    assertEquals("12,345 instructions", WeightFormat.format(WeightUnit.INSTRUCTIONS, 12_345));
    assertEquals("12.5 %", WeightFormat.share(1, 8));
    assertEquals("0.0 %", WeightFormat.share(1, 0));
  }
}
