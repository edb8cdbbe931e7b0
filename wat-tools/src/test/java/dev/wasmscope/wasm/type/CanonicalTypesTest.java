package dev.wasmscope.wasm.type;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalTypesTest {

  private final CanonicalTypes canonical = new CanonicalTypes();

  @Test
  void recursiveTypesOfTwoModulesAreEqualWhereverTheyStand() {
    RecGroup unrelated = new RecGroup(List.of(SubType.of(FuncType.EMPTY)));
    int[] first = canonical.intern(List.of(list(0)));
    int[] second = canonical.intern(List.of(unrelated, list(1)));
    assertEquals(first[0], second[1]);
    assertNotEquals(second[0], second[1]);
  }

  @Test
  void aMemberOfAGroupDiffersFromTheSameTypeAlone() {
    SubType empty = SubType.of(FuncType.EMPTY);
    int[] alone = canonical.intern(List.of(new RecGroup(List.of(empty))));
    int[] pair = canonical.intern(List.of(new RecGroup(List.of(empty, empty))));
    assertNotEquals(alone[0], pair[0]);
    assertNotEquals(pair[0], pair[1]);
  }

  @Test
  void handsOutTypesWhoseIndicesAreNumbers() {
    canonical.intern(List.of(new RecGroup(List.of(SubType.of(FuncType.EMPTY)))));
    int[] numbers = canonical.intern(List.of(list(0)));
    StructType struct = (StructType) canonical.get(numbers[0]).composite();
    RefType next = (RefType) struct.fields().get(0).storage();
    assertEquals(new TypeIndex(numbers[0]), next.heap());
    assertArrayEquals(numbers, canonical.intern(List.of(list(0))));
  }

  @Test
  void declaredSubtypesMatchTheirSuperTypesOnly() {
    RecGroup top = new RecGroup(List.of(new SubType(false, List.of(), new StructType(List.of()))));
    RecGroup sub = new RecGroup(List.of(new SubType(false, List.of(0), new StructType(List.of()))));
    int[] numbers = canonical.intern(List.of(top, sub));
    Subtyping subtyping = new Subtyping(canonical, i -> numbers[i]);
    assertTrue(subtyping.matches(new TypeIndex(1), new TypeIndex(0)));
    assertFalse(subtyping.matches(new TypeIndex(0), new TypeIndex(1)));
    assertTrue(subtyping.matches(new TypeIndex(1), AbsHeapType.STRUCT));
    assertTrue(subtyping.matches(AbsHeapType.NONE, new TypeIndex(1)));
    assertFalse(subtyping.matches(AbsHeapType.NOFUNC, new TypeIndex(1)));
    assertFalse(subtyping.matches(new TypeIndex(1), AbsHeapType.FUNC));
  }

  private static RecGroup list(int self) {
    RefType next = new RefType(true, new TypeIndex(self));
    return new RecGroup(List.of(SubType.of(new StructType(List.of(new FieldType(next, true))))));
  }
}
