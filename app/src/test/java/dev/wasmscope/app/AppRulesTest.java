package dev.wasmscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.architecture.ClassFacts;
import dev.wasmscope.architecture.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule of the app must bite. */
class AppRulesTest {
  private static final String APP = "dev.wasmscope.app.";

  @Test
  void aFeatureMustNotImportAnother() {
    assertBites(new FeatureArrows(), "editor.EditorView", "dev.wasmscope.app.memory.MemoryModel");
    assertKeeps(new FeatureArrows(), "editor.EditorView", "dev.wasmscope.app.session.Session");
    assertKeeps(new FeatureArrows(), "shell.Shell", "dev.wasmscope.app.memory.MemoryView");
  }

  @Test
  void aSharedPackageMustNotImportAFeatureNorTheCommandLine() {
    assertBites(new FeatureArrows(), "session.Session", "dev.wasmscope.app.editor.EditorModel");
    assertBites(new FeatureArrows(), "task.Task", "dev.wasmscope.app.cli.RunCommand");
    assertBites(new FeatureArrows(), "cli.RunCommand", "dev.wasmscope.app.shell.Shell");
  }

  @Test
  void nothingImportsTheEntryPoint() {
    assertBites(new FeatureArrows(), "shell.Shell", "dev.wasmscope.app.Main");
    assertKeeps(new FeatureArrows(), "Main", "dev.wasmscope.app.shell.Shell");
  }

  @Test
  void aModelMayUsePropertiesButNoNodes() {
    assertBites(
        AppRules.MODELS_WITHOUT_A_WINDOW, "editor.EditorModel$Line", "javafx.scene.control.Label");
    assertBites(
        AppRules.MODELS_WITHOUT_A_WINDOW, "editor.EditorModel", "javafx.application.Platform");
    assertKeeps(
        AppRules.MODELS_WITHOUT_A_WINDOW, "editor.EditorModel", "javafx.beans.property.Property");
    assertKeeps(
        AppRules.MODELS_WITHOUT_A_WINDOW, "editor.EditorView", "javafx.scene.control.Label");
  }

  @Test
  void aSharedPackageMustNotDraw() {
    assertBites(AppRules.SHARED_WITHOUT_A_SCENE, "command.Command", "javafx.scene.Node");
    assertKeeps(AppRules.SHARED_WITHOUT_A_SCENE, "theme.Theme", "javafx.scene.Scene");
  }

  @Test
  void theCommandLineMustNotReachJavaFxThroughOtherClasses() {
    List<ClassFacts> classes =
        List.of(
            facts("cli.RunCommand", "dev.wasmscope.app.settings.Settings"),
            facts("settings.Settings", "javafx.beans.property.Property"));

    assertEquals(1, AppRules.COMMAND_LINE_WITHOUT_JAVAFX.violations(classes).size());
    assertEquals(List.of(), AppRules.COMMAND_LINE_WITHOUT_JAVAFX.violations(classes.subList(1, 2)));
  }

  private static void assertBites(Rule rule, String className, String reference) {
    assertEquals(1, rule.violations(List.of(facts(className, reference))).size());
  }

  private static void assertKeeps(Rule rule, String className, String reference) {
    assertEquals(List.of(), rule.violations(List.of(facts(className, reference))));
  }

  private static ClassFacts facts(String name, String reference) {
    return new ClassFacts(APP + name, Set.of(reference), List.of());
  }
}
