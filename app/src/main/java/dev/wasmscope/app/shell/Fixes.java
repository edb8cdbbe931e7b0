package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.Fix;
import dev.wasmscope.app.analysis.Problem;
import dev.wasmscope.app.workspace.Document;
import java.util.Comparator;
import java.util.List;

/** Does what fixes of problems say. */
final class Fixes {
  private final Workbench bench;
  private final WorkbenchView view;

  Fixes(Workbench bench, WorkbenchView view) {
    this.bench = bench;
    this.view = view;
  }

  /** Does what the fix of {@code problem} says; nothing if the text was changed since. */
  void apply(Document document, Problem problem) {
    switch (problem.fix().orElse(null)) {
      case Fix.SwitchOn(var _, var feature) ->
          bench.use(document, bench.features(document).with(feature));
      case Fix.Edit edit -> view.tabs().editor(document).ifPresent(open -> edit(open, edit));
      case null -> {}
    }
  }

  private static void edit(OpenDocument open, Fix.Edit edit) {
    boolean isCurrent =
        open.analysis().get().offsets().length() == open.document().text().get().length();
    if (isCurrent) {
      open.view()
          .editing()
          .ifPresent(area -> area.replaceText(edit.start(), edit.end(), edit.replacement()));
    }
  }

  /** Fixes what is wrong nearest to the caret's line. */
  void fixAtCaret(OpenDocument open) {
    int line = open.model().caretLine().get();
    List<Problem> problems = open.analysis().get().problems();
    problems.stream()
        .filter(p -> p.fix().isPresent())
        .min(Comparator.comparingInt(p -> Math.abs(p.line() - line)))
        .ifPresent(problem -> apply(open.document(), problem));
  }
}
