package dev.wasmscope.app;

import dev.wasmscope.architecture.ClassFacts;
import dev.wasmscope.architecture.ForbiddenReferences;
import dev.wasmscope.architecture.Rule;
import dev.wasmscope.architecture.UnreachableReferences;
import java.util.List;
import java.util.Set;

/** Where in the app JavaFX may be known. */
final class AppRules {
  private static final List<String> PROPERTIES =
      List.of("javafx.beans.", "javafx.collections.", "javafx.util.");

  static final Rule MODELS_WITHOUT_A_WINDOW =
      new ForbiddenReferences(
          "a model is tested without a window",
          facts -> facts.outermostSimpleName().endsWith("Model"),
          name -> isJavaFx(name) && PROPERTIES.stream().noneMatch(name::startsWith));

  static final Rule SHARED_WITHOUT_A_SCENE =
      new ForbiddenReferences(
          "shared packages but the theme and the common controls draw nothing",
          AppRules::isSharedWithoutDrawing,
          name -> name.startsWith("javafx.scene.") || name.startsWith("javafx.stage."));

  static final Rule COMMAND_LINE_WITHOUT_JAVAFX =
      new UnreachableReferences(
          "the command line loads no JavaFX class",
          facts -> part(facts).equals("cli"),
          AppRules::isJavaFx);

  private static final Set<String> DRAWING = Set.of("theme", "control");

  private AppRules() {}

  private static boolean isJavaFx(String name) {
    return name.startsWith("javafx.");
  }

  private static boolean isSharedWithoutDrawing(ClassFacts facts) {
    return FeatureArrows.SHARED.contains(part(facts)) && !DRAWING.contains(part(facts));
  }

  private static String part(ClassFacts facts) {
    return FeatureArrows.partOf(facts.name()).orElse("");
  }
}
