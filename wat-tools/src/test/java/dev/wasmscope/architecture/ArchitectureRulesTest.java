package dev.wasmscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each rule must bite: what breaks it is found, and what keeps it is left alone. */
class ArchitectureRulesTest {
  private static final PackageArrows ARROWS =
      PackageArrows.below("house")
          .exactly("", "cellar")
          .exactly("top", "top.*")
          .row("cellar")
          .row("hall", "cellar")
          .row("attic", "hall")
          .row("top.left")
          .row("top.right")
          .build();

  @Test
  void anArrowAgainstTheTableIsNamed() {
    List<String> violations =
        ARROWS.violations(List.of(facts("house.cellar.Coal", "house.hall.Door")));

    assertEquals(
        List.of("house.cellar.Coal imports house.hall.Door, but cellar may import only []"),
        violations);
  }

  @Test
  void whatAnAllowedPackageMayImportIsAllowedToo() {
    assertEquals(
        List.of(), ARROWS.violations(List.of(facts("house.attic.Box", "house.cellar.Coal"))));
  }

  @Test
  void siblingsBelowAnExactRowStayApart() {
    assertEquals(List.of(), ARROWS.violations(List.of(facts("house.top.All", "house.top.left.A"))));
    assertEquals(
        1, ARROWS.violations(List.of(facts("house.top.left.A", "house.top.right.B"))).size());
    assertEquals(1, ARROWS.violations(List.of(facts("house.top.left.A", "house.top.All"))).size());
  }

  @Test
  void subpackagesFollowTheRowOfTheirParent() {
    assertEquals(
        List.of(), ARROWS.violations(List.of(facts("house.hall.rug.Red", "house.cellar.x.Coal"))));
    assertEquals(
        1, ARROWS.violations(List.of(facts("house.hall.rug.Red", "house.attic.Box"))).size());
  }

  @Test
  void aPackageWithoutRowIsNamed() {
    assertEquals(
        List.of("package house.shed has no row in the table of arrows"),
        ARROWS.violations(List.of(facts("house.shed.Spade"))));
  }

  @Test
  void packagesOutsideTheHouseAreNoMatterOfTheTable() {
    assertEquals(
        List.of(), ARROWS.violations(List.of(facts("house.cellar.Coal", "java.util.List"))));
  }

  @Test
  void aCycleThroughThreePackagesIsFoundOnce() {
    List<ClassFacts> ring =
        List.of(facts("a.A", "b.B"), facts("b.B", "c.C"), facts("c.C", "a.A"), facts("d.D", "a.A"));

    assertEquals(
        List.of("package cycle: a -> b -> c -> a"), new NoPackageCycles().violations(ring));
  }

  @Test
  void aTreeHasNoCycle() {
    List<ClassFacts> tree =
        List.of(facts("a.A", "b.B", "c.C"), facts("b.B", "c.C"), facts("c.C", "c.D", "x.Y"));

    assertEquals(List.of(), new NoPackageCycles().violations(tree));
  }

  @Test
  void aMethodOverTheLimitIsNamedWithItsSize() {
    ClassFacts large = ClassFacts.read(classWithMethodOf(8001));
    ClassFacts allowed = ClassFacts.read(classWithMethodOf(8000));

    assertEquals(
        List.of("house.Large.run has 8001 bytes of bytecode, allowed are 8000"),
        new MethodSizeLimit(Map.of()).violations(List.of(large)));
    assertEquals(List.of(), new MethodSizeLimit(Map.of()).violations(List.of(allowed)));
  }

  @Test
  void anExceptionHoldsOnlyAsLongAsItIsNeeded() {
    MethodSizeLimit limit = new MethodSizeLimit(Map.of("house.Large.run", "runs once"));

    assertEquals(List.of(), limit.violations(List.of(ClassFacts.read(classWithMethodOf(9000)))));
    assertEquals(
        List.of("the exception for house.Large.run is not needed"),
        limit.violations(List.of(ClassFacts.read(classWithMethodOf(10)))));
  }

  @Test
  void aForbiddenReferenceIsNamed() {
    Rule rule =
        new ForbiddenReferences(
            "no window here", facts -> facts.name().endsWith("Model"), "javafx.scene.Node"::equals);

    assertEquals(
        List.of("no window here: a.XModel uses javafx.scene.Node"),
        rule.violations(
            List.of(
                facts("a.XModel", "javafx.scene.Node"), facts("a.XView", "javafx.scene.Node"))));
  }

  @Test
  void aPathToAForbiddenClassIsFollowedAndShown() {
    Rule rule =
        new UnreachableReferences(
            "no window", facts -> facts.packageName().equals("cli"), n -> n.startsWith("javafx."));
    List<ClassFacts> classes =
        List.of(
            facts("cli.Run", "shared.Task"),
            facts("shared.Task", "shared.Bar", "cli.Run"),
            facts("shared.Bar", "javafx.scene.Node"),
            facts("view.Free", "javafx.scene.Node"));

    assertEquals(
        List.of("no window: cli.Run -> shared.Task -> shared.Bar -> javafx.scene.Node"),
        rule.violations(classes));
  }

  @Test
  void referencesAreReadFromCodeSignaturesAndArrays() throws Exception {
    ClassFacts facts = ClassFacts.read(bytesOf(Mentions.class));

    assertTrue(facts.references().contains("java.lang.StringBuilder"), "generic argument");
    assertTrue(facts.references().contains("java.util.concurrent.Phaser"), "element of an array");
    assertTrue(facts.references().contains("java.util.BitSet"), "type used in code only");
    assertEquals("dev.wasmscope.architecture", facts.packageName());
    assertEquals("ArchitectureRulesTest", facts.outermostSimpleName());
  }

  @SuppressWarnings("UnusedMethod") // read from its class file only
  private interface Mentions {
    List<StringBuilder> generic();

    java.util.concurrent.Phaser[][] array();

    default int inCode() {
      return new java.util.BitSet(generic().size()).length();
    }
  }

  private static byte[] bytesOf(Class<?> type) throws java.io.IOException {
    try (var in = type.getResourceAsStream("ArchitectureRulesTest$Mentions.class")) {
      return in.readAllBytes();
    }
  }

  private static byte[] classWithMethodOf(int codeLength) {
    return ClassFile.of()
        .build(
            ClassDesc.of("house.Large"),
            type ->
                type.withMethodBody(
                    "run",
                    MethodTypeDesc.of(ConstantDescs.CD_void),
                    ClassFile.ACC_STATIC,
                    code -> {
                      for (int i = 1; i < codeLength; i++) {
                        code.nop();
                      }
                      code.return_();
                    }));
  }

  private static ClassFacts facts(String name, String... references) {
    return new ClassFacts(name, new TreeSet<>(Set.of(references)), List.of());
  }
}
