package dev.wasmscope.app;

import dev.wasmscope.architecture.ClassFacts;
import dev.wasmscope.architecture.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shared packages import only each other; a feature imports the shared packages and itself; the
 * command line as well; the assembling packages import everything but the entry point.
 */
final class FeatureArrows implements Rule {
  private static final String BASE = "dev.wasmscope.app";
  private static final String ENTRY = "";

  static final Set<String> SHARED =
      Set.of(
          "analysis",
          "command",
          "config",
          "control",
          "dialog",
          "program",
          "samples",
          "session",
          "settings",
          "task",
          "text",
          "theme",
          "workspace");
  private static final Set<String> ASSEMBLING = Set.of("shell", "tour");

  @Override
  public List<String> violations(List<ClassFacts> classes) {
    List<String> violations = new ArrayList<>();
    for (ClassFacts facts : classes) {
      String from = partOf(facts.name()).orElseThrow();
      for (String reference : facts.references()) {
        Optional<String> to = partOf(reference);
        if (to.isPresent() && !mayImport(from, to.get())) {
          violations.add(
              "%s imports %s: %s must not know %s"
                  .formatted(facts.name(), reference, from, to.get()));
        }
      }
    }
    return violations;
  }

  private static boolean mayImport(String from, String to) {
    if (from.equals(to) || from.equals(ENTRY)) {
      return true;
    }
    return SHARED.contains(to) || (ASSEMBLING.contains(from) && !to.equals(ENTRY));
  }

  /** The first package below the base: shared, feature, shell …; empty outside the app. */
  static Optional<String> partOf(String className) {
    if (!className.startsWith(BASE + ".")) {
      return Optional.empty();
    }
    String rest = className.substring(BASE.length() + 1);
    int dot = rest.indexOf('.');
    return Optional.of(dot < 0 ? ENTRY : rest.substring(0, dot));
  }
}
