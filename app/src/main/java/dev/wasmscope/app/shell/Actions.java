package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.Problem;
import dev.wasmscope.app.analysis.TextOffsets;
import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.command.Commands;
import dev.wasmscope.app.dialog.Dialogs;
import dev.wasmscope.app.palette.PaletteItem;
import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.app.samples.Sample;
import dev.wasmscope.app.samples.SampleIndex;
import dev.wasmscope.app.session.LaunchRequest;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.task.Job;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.welcome.WelcomeModel;
import dev.wasmscope.app.welcome.WelcomeView;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.app.workspace.Failures;
import dev.wasmscope.app.workspace.FileStore;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;

/** The actions of commands that concern more than one model. */
final class Actions {
  private final Workbench bench;
  private final WorkbenchView view;
  private final RunControl run;
  private final SampleIndex samples;
  private final Runnable quit;

  Actions(Workbench bench, WorkbenchView view, RunControl run, SampleIndex samples, Runnable quit) {
    this.bench = bench;
    this.view = view;
    this.run = run;
    this.samples = samples;
    this.quit = quit;
  }

  void quit() {
    if (bench.workspace().mayQuit()) {
      bench.session().stop();
      quit.run();
    }
  }

  void showPalette() {
    List<PaletteItem> items = new ArrayList<>();
    Commands commands = bench.commands();
    for (Cmd cmd : Cmd.values()) {
      items.add(
          new PaletteItem(
              cmd.icon().orElse(""),
              cmd.title().replace("…", ""),
              cmd.menu().title().replace("_", ""),
              Keys.text(commands, cmd),
              commands.enabled(cmd).get(),
              () -> commands.fire(cmd)));
    }
    openPalette("palette.prompt.commands", items);
  }

  void quickOpen() {
    List<PaletteItem> items = new ArrayList<>();
    for (Document document : bench.workspace().documents()) {
      items.add(
          item(
              "mdi2f-file-outline",
              document.name().get(),
              Text.of("palette.open"),
              () -> bench.workspace().active().set(document)));
    }
    for (String recent : bench.settings().get().recent()) {
      Path path = Path.of(recent);
      items.add(
          item(
              "mdi2h-history",
              path.getFileName().toString(),
              String.valueOf(path.getParent()),
              () -> bench.workspace().open(path)));
    }
    for (Sample sample : samples.samples()) {
      items.add(
          item(
              "mdi2f-flask-outline",
              sample.title(),
              Text.of("palette.sample"),
              () -> openSample(sample, WelcomeModel.Action.OPEN)));
    }
    for (Cmd cmd : Cmd.values()) {
      if (bench.commands().enabled(cmd).get()) {
        items.add(
            new PaletteItem(
                cmd.icon().orElse(""),
                cmd.title().replace("…", ""),
                Text.of("palette.command"),
                Keys.text(bench.commands(), cmd),
                true,
                () -> bench.commands().fire(cmd)));
      }
    }
    openPalette("palette.prompt.files", items);
  }

  private static PaletteItem item(String icon, String title, String group, Runnable action) {
    return new PaletteItem(icon, title, group, "", true, action);
  }

  private void openPalette(String prompt, List<PaletteItem> items) {
    bench.palette().offer(Text.of(prompt), items);
    view.palette().open(this::focusEditor);
  }

  private void focusEditor() {
    OpenDocument open = view.tabs().current().get();
    if (open != null) {
      open.view().focusText();
    }
  }

  void welcome() {
    view.tabs()
        .showPage(
            "welcome",
            Text.of("command.help.welcome"),
            "mdi2h-hexagon-slice-4",
            () ->
                WelcomeView.of(
                    new WelcomeModel(
                        samples.samples(),
                        bench.settings(),
                        this::openSample,
                        path -> bench.workspace().open(path)),
                    starters()));
  }

  private List<Button> starters() {
    Commands commands = bench.commands();
    return List.of(
        Buttons.link(commands, Cmd.FILE_NEW),
        Buttons.link(commands, Cmd.FILE_OPEN),
        Buttons.link(commands, Cmd.FILE_OPEN_FOLDER),
        Buttons.link(commands, Cmd.VIEW_PALETTE));
  }

  /** Copies a sample into the user's folder, opens it and does what was asked. */
  void openSample(Sample sample, WelcomeModel.Action action) {
    Path folder = bench.surroundings().samples();
    bench
        .tasks()
        .start(
            new Job<>(
                Text.of("task.opening", sample.title()),
                progress -> SampleIndex.extract(sample, folder),
                module -> bench.workspace().open(module, d -> opened(sample, d, action)),
                failure ->
                    bench
                        .surroundings()
                        .dialogs()
                        .error(Text.of("error.open", sample.title()), Failures.sentence(failure))));
  }

  private void opened(Sample sample, Document document, WelcomeModel.Action action) {
    if (!bench.settings().get().runs().containsKey(document.key())) {
      run.remember(document, SampleRuns.of(sample, bench.surroundings().samples()));
    }
    switch (action) {
      case OPEN -> {}
      case RUN -> start(LaunchRequest.Mode.RUN);
      case DEBUG -> {
        RunConfiguration remembered = bench.configuration(document);
        bench.launch(
            document,
            bench.breakpoints().of(document).isEmpty() ? remembered.stoppingAtEntry() : remembered,
            LaunchRequest.Mode.DEBUG);
      }
    }
  }

  /** Starts the run target unless its text has errors, which are shown instead. */
  void start(LaunchRequest.Mode mode) {
    Document document = run.target().get();
    if (document == null) {
      return;
    }
    Optional<OpenDocument> editor = view.tabs().editor(document);
    Optional<Problem> error = editor.flatMap(OpenDocument::firstError);
    if (error.isPresent()) {
      view.show(BottomPanel.Panel.PROBLEMS);
      bench.workspace().active().set(document);
      editor.get().view().goTo(error.get().line(), error.get().column());
      return;
    }
    view.show(BottomPanel.Panel.CONSOLE);
    run.start(mode);
  }

  void goToLine(OpenDocument open) {
    bench
        .surroundings()
        .dialogs()
        .line(Text.of("command.edit.goToLine"), Text.of("goToLine.prompt"), "")
        .ifPresent(
            text -> {
              String[] parts = text.split("[:,]", -1);
              number(parts[0])
                  .ifPresent(
                      line ->
                          open.view()
                              .goTo(
                                  line - 1, parts.length > 1 ? number(parts[1]).orElse(1) - 1 : 0));
            });
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  void runToCursor(OpenDocument open) {
    if (!bench.session().runTo(open.model().caretLine().get())) {
      bench
          .surroundings()
          .dialogs()
          .inform(Text.of("command.run.toCursor"), Text.of("runTo.noInstruction"));
    }
  }

  void assemble(OpenDocument open) {
    Dialogs dialogs = bench.surroundings().dialogs();
    byte[] text = TextOffsets.bytes(open.document().text().get());
    FeatureSet features = bench.features(open.document());
    dialogs
        .saveFile(
            Text.of("command.file.assemble"),
            open.document().name().get().replaceAll("\\.wa(t|st|sm)$", "") + ".wasm",
            List.of(new Dialogs.FileKind(Text.of("kind.modules"), List.of("*.wasm"))))
        .ifPresent(
            file ->
                bench
                    .tasks()
                    .start(
                        new Job<>(
                            Text.of("task.saving", file.getFileName()),
                            progress -> {
                              FileStore.write(
                                  file,
                                  BinaryWriter.writeWithNames(
                                      LoadedModule.load("", text, features).valid().module()));
                              return file;
                            },
                            written -> {},
                            failure ->
                                dialogs.error(
                                    Text.of("error.save", file.getFileName()),
                                    Failures.sentence(failure)))));
  }

  void editCopy(OpenDocument open) {
    String name = open.document().name().get().replaceAll("\\.wasm$", "") + "-copy.wat";
    bench.workspace().createFrom(name, open.document().text().get());
  }

  /** Shows {@code line}, from 0, of {@code document}. */
  void goTo(Document document, int line, int column) {
    bench.workspace().active().set(document);
    view.tabs().editor(document).ifPresent(open -> open.view().goTo(line, column));
  }
}
