package dev.wasmscope.app.shell;

import dev.wasmscope.app.features.FeaturesModel;
import dev.wasmscope.app.features.FeaturesView;
import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.runconfig.RunConfigurationModel;
import dev.wasmscope.app.runconfig.RunConfigurationView;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.wasm.inspect.FeatureReport;
import java.util.List;
import java.util.Optional;

/** The sheets on which a file's run configuration and features are edited. */
final class Sheets {
  private final Workbench bench;
  private final WorkbenchView view;
  private final RunControl run;

  Sheets(Workbench bench, WorkbenchView view, RunControl run) {
    this.bench = bench;
    this.view = view;
    this.run = run;
  }

  /** Edits the run configuration of the run target. */
  void configure() {
    Document document = run.target().get();
    if (document == null) {
      return;
    }
    List<EntryPoint.Choice> choices =
        view.tabs()
            .editor(document)
            .flatMap(open -> open.analysis().get().module())
            .map(EntryPoint::choices)
            .orElse(List.of());
    RunConfigurationModel model = new RunConfigurationModel(choices, bench.configuration(document));
    view.showSheet(
        RunConfigurationView.of(
            model,
            document.name().get(),
            () -> {
              run.remember(document, model.result());
              view.showSheet(null);
            },
            () -> view.showSheet(null)));
  }

  /** Chooses the features that a file may use. */
  void chooseFeatures(OpenDocument open) {
    Document document = open.document();
    Optional<FeatureReport> needs = open.analysis().get().needs();
    FeaturesModel model = new FeaturesModel(bench.features(document), needs);
    view.showSheet(
        FeaturesView.of(
            model,
            document.name().get(),
            () -> {
              bench.use(document, model.result());
              view.showSheet(null);
            },
            () -> view.showSheet(null)));
  }
}
