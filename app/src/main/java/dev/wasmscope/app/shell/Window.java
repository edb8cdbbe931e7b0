package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.Analysis;
import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.debugger.BreakpointsModel;
import dev.wasmscope.app.debugger.BreakpointsView;
import dev.wasmscope.app.explorer.ExplorerModel;
import dev.wasmscope.app.problems.ProblemsModel;
import dev.wasmscope.app.samples.Sample;
import dev.wasmscope.app.samples.SampleIndex;
import dev.wasmscope.app.session.RunState;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.welcome.WelcomeModel;
import dev.wasmscope.app.workspace.Document;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.input.TransferMode;

/** One whole window: models, views, commands; to be put on a scene. */
public final class Window {
  private final Workbench bench;
  private final WorkbenchView view;
  private final ProblemsModel problems;
  private final ExplorerModel explorer;
  private final RunControl run;
  private final Actions actions;

  private Window(
      Workbench bench,
      WorkbenchView view,
      ProblemsModel problems,
      ExplorerModel explorer,
      RunControl run,
      Actions actions) {
    this.bench = bench;
    this.view = view;
    this.problems = problems;
    this.explorer = explorer;
    this.run = run;
    this.actions = actions;
  }

  /**
   * A window over {@code bench}.
   *
   * @param samples the bundled samples
   * @param quit closes the window
   */
  public static Window of(Workbench bench, SampleIndex samples, Runnable quit) {
    Surroundings around = bench.surroundings();
    EditorTabs tabs =
        EditorTabs.of(
            bench.workspace(),
            document ->
                OpenDocument.of(
                    document,
                    around.analyzer(),
                    around.background(),
                    around.window(),
                    bench.breakpoints(),
                    bench.settings().current().map(now -> bench.features(document))));
    RunControl run =
        new RunControl(
            bench,
            document -> tabs.editor(document).flatMap(open -> open.analysis().get().module()));
    WorkbenchView view = new WorkbenchView(bench, tabs);
    Actions actions = new Actions(bench, view, run, samples, quit);
    Fixes fixes = new Fixes(bench, view);
    ProblemsModel problems =
        new ProblemsModel(
            (d, problem) -> actions.goTo(d, problem.line(), problem.column()), fixes::apply);
    ExplorerModel explorer =
        new ExplorerModel(
            bench.workspace().folder(),
            path -> bench.workspace().open(path),
            offset -> goToOffset(tabs, offset));
    ProfilePages profiles = new ProfilePages(bench, tabs, actions);
    BreakpointFiles files = new BreakpointFiles(bench);
    new CommandBindings(
            bench, view, run, actions, profiles, files, fixes, new Sheets(bench, view, run))
        .bindAll();
    BreakpointsModel breakpoints =
        new BreakpointsModel(
            bench.breakpoints(), run.target(), (d, line) -> actions.goTo(d, line, 0));
    HaltDisplay halts = new HaltDisplay(bench, tabs, run);
    view.build(
        explorer,
        problems,
        new WorkbenchView.Parts(
            halts::placeOf,
            run.label(),
            BreakpointsView.of(
                breakpoints,
                List.of(
                    Buttons.tool(bench.commands(), Cmd.BREAKPOINT_CLEAR, "small"),
                    Buttons.tool(bench.commands(), Cmd.BREAKPOINT_LOAD, "small"),
                    Buttons.tool(bench.commands(), Cmd.BREAKPOINT_SAVE, "small"))),
            breakpoints.count().asObject()));
    Window window = new Window(bench, view, problems, explorer, run, actions);
    window.follow();
    window.acceptDrops();
    return window;
  }

  private static void goToOffset(EditorTabs tabs, int offset) {
    OpenDocument open = tabs.current().get();
    if (open != null) {
      var offsets = open.analysis().get().offsets();
      open.view().goTo(offsets.line(offset), offsets.column(offset));
    }
  }

  /** Keeps explorer, problems and status up to date with the documents. */
  private void follow() {
    view.tabs().current().subscribe(this::inFront);
    bench
        .workspace()
        .documents()
        .addListener(
            (ListChangeListener<Document>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(d -> problems.set(d, List.of()));
                    change.getAddedSubList().forEach(this::watch);
                  }
                });
    bench
        .session()
        .state()
        .subscribe(
            state -> {
              if (state.isHalted() || state == RunState.IDLE) {
                view.showInspector(state.isHalted());
              }
            });
    bench.settings().current().subscribe(now -> tellFeatures());
    bench
        .settings()
        .current()
        .subscribe(
            now ->
                bench.workspace().documents().stream()
                    .flatMap(d -> view.tabs().editor(d).stream())
                    .forEach(open -> open.view().setFontSize(now.fontSize())));
  }

  private void watch(Document document) {
    if (document.kind().isModule()) {
      view.showPanels();
    }
    view.tabs()
        .editor(document)
        .ifPresent(
            open -> {
              open.view().setFontSize(bench.settings().get().fontSize());
              open.analysis()
                  .subscribe(
                      analysis -> {
                        problems.set(document, analysis.problems());
                        run.analysed();
                        if (open.equals(view.tabs().current().get())) {
                          explorer.outline().set(Outline.of(analysis));
                        }
                      });
            });
  }

  private void inFront(OpenDocument open) {
    if (open == null) {
      view.status().setPosition("");
      view.status().setFacts("");
      view.status().setFeatures("");
      return;
    }
    explorer.outline().set(Outline.of(open.analysis().get()));
    open.model().caretLine().subscribe(line -> tellPosition(open));
    open.model().caretColumn().subscribe(column -> tellPosition(open));
    view.status().setFacts(open.document().kind().name());
    tellFeatures();
  }

  private void tellFeatures() {
    OpenDocument open = view.tabs().current().get();
    boolean isModule = open != null && open.document().kind().isModule();
    List<String> differences = isModule ? bench.features(open.document()).differences() : List.of();
    view.status()
        .setFeatures(
            isModule
                ? Text.of("features.standard")
                    + String.join("", differences.stream().map(Window::spaced).toList())
                : "");
  }

  private static String spaced(String difference) {
    return (difference.startsWith("-") ? " − " : " + ") + difference.substring(1);
  }

  private void tellPosition(OpenDocument open) {
    if (open.equals(view.tabs().current().get())) {
      view.status()
          .setPosition(
              Text.of(
                  "status.position",
                  open.model().caretLine().get() + 1,
                  open.model().caretColumn().get() + 1));
    }
  }

  private void acceptDrops() {
    view.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            view.showDropHint(true);
            e.consume();
          }
        });
    view.setOnDragExited(e -> view.showDropHint(false));
    view.setOnDragDropped(
        e -> {
          for (File file : e.getDragboard().getFiles()) {
            bench.workspace().open(file.toPath());
          }
          view.showDropHint(false);
          e.setDropCompleted(true);
          e.consume();
        });
  }

  /** The window's models. */
  public Workbench bench() {
    return bench;
  }

  /** The root of the window. */
  public WorkbenchView view() {
    return view;
  }

  /** Shows the welcome page. */
  public void welcome() {
    actions.welcome();
  }

  /**
   * Opens a bundled sample.
   *
   * @throws IllegalArgumentException when there is none called {@code name}
   */
  public void openSample(String name, WelcomeModel.Action action) {
    Sample sample =
        SampleIndex.load()
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException("no sample is called " + name));
    actions.openSample(sample, action);
  }

  /** What is known of the document in front. */
  public Optional<Analysis> analysis() {
    return Optional.ofNullable(view.tabs().current().get()).map(open -> open.analysis().get());
  }

  /** Goes to problem {@code index} of the document in front, if there is one. */
  public void showProblem(int index) {
    OpenDocument open = view.tabs().current().get();
    if (open != null) {
      open.analysis().get().problems().stream()
          .skip(index)
          .findFirst()
          .ifPresent(p -> open.view().goTo(p.line(), p.column()));
    }
  }

  /** Brings {@code document} to the front and shows {@code line}, from 0. */
  public void show(Document document, int line) {
    actions.goTo(document, line, 0);
  }

  /** Closes the palette. */
  public void closePalette() {
    view.palette().close();
  }

  /** Asks about unsaved changes and closes. */
  public void quit() {
    actions.quit();
  }
}
