package dev.wasmscope.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.architecture.ClassFacts;
import dev.wasmscope.architecture.CompiledClasses;
import dev.wasmscope.architecture.ForbiddenReferences;
import dev.wasmscope.architecture.HouseArrows;
import dev.wasmscope.architecture.MethodSizeLimit;
import dev.wasmscope.architecture.NoPackageCycles;
import dev.wasmscope.architecture.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final List<ClassFacts> classes = CompiledClasses.ofThisModule();

  @Test
  void packagesImportOnlyAlongTheArrows() {
    assertKept(HouseArrows.ofLibraries());
  }

  @Test
  void packagesFormNoCycle() {
    assertKept(new NoPackageCycles());
  }

  @Test
  void noClassKnowsJavaFx() {
    assertKept(
        new ForbiddenReferences(
            "a library must not know the window",
            facts -> true,
            name -> name.startsWith("javafx.")));
  }

  @Test
  void everyMethodIsSmallEnoughForTheJitCompiler() {
    assertKept(new MethodSizeLimit(Map.of()));
  }

  private void assertKept(Rule rule) {
    assertEquals("", String.join("\n", rule.violations(classes)));
  }
}
