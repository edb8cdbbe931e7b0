package dev.wasmscope.app.shell;

import dev.wasmscope.app.session.LaunchRequest;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.workspace.Document;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Which document the run buttons run, and running it. */
final class RunControl {
  private final Workbench bench;
  private final ReadOnlyObjectWrapper<Document> target = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper();

  RunControl(Workbench bench) {
    this.bench = bench;
    bench
        .workspace()
        .active()
        .subscribe(
            document -> {
              if (document != null && document.kind().isModule()) {
                target.set(document);
              }
            });
    label.bind(Bindings.createStringBinding(this::labelNow, target, bench.settings().current()));
  }

  private String labelNow() {
    Document document = target.get();
    if (document == null) {
      return Text.of("toolbar.noConfiguration");
    }
    RunConfiguration run = bench.configuration(document);
    String entry = run.entry().isEmpty() ? Text.of("run.natural") : run.entry();
    String arguments =
        String.join(" ", run.entry().isEmpty() ? run.programArguments() : run.arguments());
    return document.name().get() + "  ·  " + entry + (arguments.isEmpty() ? "" : " " + arguments);
  }

  /** The document the run buttons run; null when there is none. */
  ReadOnlyObjectProperty<Document> target() {
    return target.getReadOnlyProperty();
  }

  /** What is run, in words. */
  ReadOnlyStringProperty label() {
    return label.getReadOnlyProperty();
  }

  /** Runs the target. */
  void start(LaunchRequest.Mode mode) {
    Document document = target.get();
    if (document != null) {
      bench.session().launch(document, bench.configuration(document), mode);
    }
  }

  /** Remembers {@code configuration} for the target. */
  void remember(Document document, RunConfiguration configuration) {
    bench.settings().change(s -> s.withRun(document.key(), configuration));
  }
}
