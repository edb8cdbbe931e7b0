package dev.wasmscope.app.shell;

import dev.wasmscope.app.program.CoreDumpFile;
import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.session.LaunchRequest;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.app.workspace.DocumentKind;
import dev.wasmscope.wasm.module.Module;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** Which document the run buttons run, and running it. */
final class RunControl {
  private final Workbench bench;
  private final Function<Document, Optional<Module>> modules;
  private final IntegerProperty analyses = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<Document> target = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper();

  /**
   * Control of {@code bench}.
   *
   * @param modules what a document is known to assemble to
   */
  RunControl(Workbench bench, Function<Document, Optional<Module>> modules) {
    this.bench = bench;
    this.modules = modules;
    bench
        .workspace()
        .active()
        .subscribe(
            document -> {
              if (document != null && document.kind().isModule()) {
                target.set(document);
              }
            });
    label.bind(
        Bindings.createStringBinding(this::labelNow, target, analyses, bench.settings().current()));
  }

  private String labelNow() {
    Document document = target.get();
    if (document == null) {
      return Text.of("toolbar.noConfiguration");
    }
    RunConfiguration run = bench.configuration(document);
    String entry = run.entry().isEmpty() ? naturalEntry(document) : run.entry();
    boolean isProgram = entry.equals(EntryPoint.START);
    String arguments = String.join(" ", isProgram ? run.programArguments() : run.arguments());
    return document.name().get() + "  ·  " + entry + (arguments.isEmpty() ? "" : " " + arguments);
  }

  private String naturalEntry(Document document) {
    return modules
        .apply(document)
        .flatMap(module -> EntryPoint.natural(EntryPoint.choices(module)))
        .map(EntryPoint.Choice::export)
        .orElse(Text.of("run.nothing"));
  }

  /** More is known of a document. */
  void analysed() {
    analyses.set(analyses.get() + 1);
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
    if (document == null) {
      return;
    }
    Optional<String> dumpOf =
        document.kind() == DocumentKind.WASM
            ? CoreDumpFile.moduleName(document.bytes().toBytes())
            : Optional.empty();
    if (dumpOf.isPresent()) {
      bench.look(openModule(dumpOf.get()).orElse(document), document.bytes());
    } else {
      bench.launch(document, bench.configuration(document), mode);
    }
  }

  /** Remembers {@code configuration} for the target. */
  void remember(Document document, RunConfiguration configuration) {
    bench.settings().change(s -> s.withRun(document.key(), configuration));
  }

  /** The module of that name, if it is open: its code is shown with the core dump. */
  private Optional<Document> openModule(String name) {
    return bench.workspace().documents().stream()
        .filter(open -> open.kind().isModule() && open.name().get().equals(name))
        .findFirst();
  }
}
