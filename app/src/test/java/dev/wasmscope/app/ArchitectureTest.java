package dev.wasmscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.architecture.ClassFacts;
import dev.wasmscope.architecture.CompiledClasses;
import dev.wasmscope.architecture.MethodSizeLimit;
import dev.wasmscope.architecture.NoPackageCycles;
import dev.wasmscope.architecture.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final List<ClassFacts> classes = CompiledClasses.ofThisModule();

  @Test
  void featuresMeetOnlyInTheShell() {
    assertKept(new FeatureArrows());
  }

  @Test
  void packagesFormNoCycle() {
    assertKept(new NoPackageCycles());
  }

  @Test
  void modelsKnowOfJavaFxOnlyItsProperties() {
    assertKept(AppRules.MODELS_WITHOUT_A_WINDOW);
  }

  @Test
  void sharedPackagesDrawNothing() {
    assertKept(AppRules.SHARED_WITHOUT_A_SCENE);
  }

  @Test
  void theCommandLineLeadsToNoJavaFxClass() {
    assertKept(AppRules.COMMAND_LINE_WITHOUT_JAVAFX);
  }

  @Test
  void everyMethodIsSmallEnoughForTheJitCompiler() {
    assertKept(new MethodSizeLimit(Map.of()));
  }

  private void assertKept(Rule rule) {
    assertEquals("", String.join("\n", rule.violations(classes)));
  }
}
