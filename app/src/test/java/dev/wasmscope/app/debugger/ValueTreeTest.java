package dev.wasmscope.app.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.app.control.ValueRow;
import dev.wasmscope.app.session.Variable;
import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueFormat;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTreeTest {
  private final FakeProgram program = new FakeProgram();
  private final ValueTree tree = new ValueTree(program);

  private void show(Variable... values) {
    List<ValueTree.Root> roots = new ArrayList<>();
    for (Variable value : values) {
      roots.add(new ValueTree.Root("f:" + roots.size(), value, false));
    }
    tree.show(roots);
  }

  private static Variable person(int age) {
    Variable ageField =
        FakeProgram.variable("age", dev.wasmscope.wasm.type.NumType.I32, Value.i32(age), "", 0);
    return FakeProgram.object(
        "$p", "$Person {age: " + age + "}", new FakeProgram.Box(List.of(ageField)));
  }

  private List<String> rows() {
    return tree.rows().stream()
        .map(row -> "  ".repeat(row.depth()) + row.name() + " " + row.value())
        .map(String::stripTrailing)
        .toList();
  }

  @Test
  void membersAreAskedForWhenARowIsUnfolded() {
    show(person(42), FakeProgram.number(7));
    assertEquals(List.of(), program.asked);
    assertEquals(ValueRow.Fold.CLOSED, tree.rows().getFirst().fold());
    assertEquals(ValueRow.Fold.NONE, tree.rows().get(1).fold());

    tree.toggle(0);
    assertEquals(List.of("$p $Person {age: 42}", "  age 42", "n 7"), rows());
    tree.toggle(0);
    assertEquals(List.of("$p $Person {age: 42}", "n 7"), rows());
  }

  @Test
  void whatWasUnfoldedStaysSoAndMembersThatChangedAreMarked() {
    show(person(42));
    tree.toggle(0);
    tree.halted();
    show(person(42));
    assertEquals(List.of(false, false), tree.rows().stream().map(ValueRow::changed).toList());
    tree.halted();
    show(person(43));
    assertEquals(List.of("$p $Person {age: 43}", "  age 43"), rows());
    assertEquals(true, tree.rows().get(1).changed());
  }

  @Test
  void aCycleUnfoldsAsFarAsOneLikes() {
    List<Variable> members = new ArrayList<>();
    Variable node = FakeProgram.object("next", "$Node {…}", new FakeProgram.Box(members));
    members.add(node);
    Variable root = FakeProgram.object("next", "$Node {…}", new FakeProgram.Box(members));
    show(root);
    tree.toggle(0);
    members.set(0, FakeProgram.object("next", "$Node {…}", new FakeProgram.Box(members)));
    for (int row = 0; row < 20; row++) {
      show(root);
      if (row > 0) {
        tree.toggle(row);
      }
    }
    assertEquals(21, tree.rows().size());
    assertEquals(20, tree.rows().getLast().depth());
  }

  @Test
  void manyElementsStandInRangesOfAHundred() {
    show(FakeProgram.array(25_050));
    tree.toggle(0);
    assertEquals(4, tree.rows().size());
    assertEquals("  [20000 … 25049]", rows().get(3));
    assertEquals(List.of(), program.asked, "nothing is read for ranges");
    tree.toggle(3);
    assertEquals("    [25000 … 25049]", rows().getLast());
    tree.toggle(tree.rows().size() - 1);
    assertEquals("      [25049] 25049", rows().getLast());
    assertEquals(List.of("a 25000 50"), program.asked);
  }

  @Test
  void aFormatIsChosenPerValueAndKept() {
    Variable v =
        FakeProgram.variable("v", VecType.V128, Value.v128(V128.i32x4(1, 2, 3, -1)), "", 0);
    show(v, v);
    assertEquals("i32x4 1 2 3 -1", tree.rows().getFirst().value());
    tree.choose(0, ValueFormat.HEX);
    assertEquals("0xffffffff000000030000000200000001", tree.rows().getFirst().value());
    tree.halted();
    show(v, v);
    assertEquals("0xffffffff000000030000000200000001", tree.rows().getFirst().value());
    assertEquals("i32x4 1 2 3 -1", tree.rows().get(1).value());
    assertEquals(true, tree.rows().getFirst().detail().startsWith("i32x4 1 2 3 -1\ni8x16 1 0"));
  }

  @Test
  void writingGoesToTheValueOrTheMemberOfItsOwner() {
    show(FakeProgram.number(1), person(42));
    tree.toggle(1);
    tree.write(0, "5", why -> {});
    tree.write(2, "43", why -> {});
    assertEquals(List.of("root 0 = 5", "$p.age = 43"), program.asked.subList(1, 3));
  }
}
