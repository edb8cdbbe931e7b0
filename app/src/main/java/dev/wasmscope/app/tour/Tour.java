package dev.wasmscope.app.tour;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.samples.SampleIndex;
import dev.wasmscope.app.session.RunState;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.settings.SettingsStore;
import dev.wasmscope.app.settings.ThemeChoice;
import dev.wasmscope.app.shell.Surroundings;
import dev.wasmscope.app.shell.Window;
import dev.wasmscope.app.shell.WindowApplication;
import dev.wasmscope.app.shell.Workbench;
import dev.wasmscope.app.theme.Themes;
import dev.wasmscope.app.welcome.WelcomeModel;
import dev.wasmscope.app.workspace.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Stage;

/** The stations of the tour. */
public final class Tour {
  private static final String ADVANCE = "(local.set $w (i32.add (local.get $w) (i32.const 4)))";
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private final Window window;
  private final Director director;

  private Tour(Window window, Director director) {
    this.window = window;
    this.director = director;
  }

  /**
   * Makes the tour and saves its pictures.
   *
   * @param output the folder of the pictures; made when absent
   * @return whether every station was reached; else standard error says which was not
   */
  public static boolean run(Path output) {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      Files.createDirectories(output);
      Path home = Files.createTempDirectory("wasmscope-tour");
      try {
        visit(output, home);
      } finally {
        remove(home);
      }
      return true;
    } catch (IOException | RuntimeException failure) {
      System.err.println("The tour ended early: " + failure.getMessage());
      return false;
    } finally {
      Platform.exit();
    }
  }

  private static void visit(Path output, Path home) {
    Window window = Director.ask(() -> window(home));
    Studio studio = Director.ask(() -> Studio.show(window, WIDTH, HEIGHT, new Stage()));
    Tour tour = new Tour(window, new Director(window, studio, output));
    tour.welcome();
    tour.diagnostics();
    tour.breakpoint();
    tour.trap();
    tour.flameGraph();
    tour.binary();
    Director.ask(
        () -> {
          window.bench().session().stop();
          studio.stage().close();
          return true;
        });
  }

  private static Window window(Path home) {
    Themes.loadFonts();
    Surroundings surroundings =
        WindowApplication.surroundings(
            new SettingsStore(home.resolve("settings.json")),
            home.resolve("samples"),
            new SilentDialogs());
    Workbench bench = new Workbench(surroundings, new SimpleBooleanProperty(true));
    return Window.of(bench, SampleIndex.load(), () -> {});
  }

  private static void remove(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  private void bothThemes(String name) {
    director.picture(name + "-dark");
    director.act(() -> window.bench().theme().choose(ThemeChoice.LIGHT));
    director.picture(name + "-light");
    director.act(() -> window.bench().theme().choose(ThemeChoice.DARK));
  }

  private void welcome() {
    director.act(window::welcome);
    bothThemes("welcome");
  }

  private Document open(String sample) {
    director.act(() -> window.openSample(sample, WelcomeModel.Action.OPEN));
    director.await(
        "the sample " + sample,
        () -> {
          Document document = window.bench().workspace().active().get();
          return document != null
              && document.name().get().startsWith(sample)
              && !window.bench().configuration(document).equals(RunConfiguration.DEFAULT);
        });
    director.awaitAnalysis();
    return Director.ask(() -> window.bench().workspace().active().get());
  }

  private void diagnostics() {
    Document document = open("queens");
    director.act(
        () -> {
          String text = document.text().get();
          document.text().set(Mistakes.in(text));
        });
    director.await(
        "problems", () -> window.analysis().filter(a -> a.problems().size() >= 2).isPresent());
    director.fire(Cmd.VIEW_PROBLEMS);
    director.act(() -> window.showProblem(1));
    bothThemes("diagnostics");
    director.act(() -> window.bench().workspace().close(document));
  }

  private void breakpoint() {
    Document document = open("sha256");
    director.act(() -> window.bench().breakpoints().add(document, lineOf(document, ADVANCE)));
    director.fire(Cmd.RUN_DEBUG);
    awaitState(RunState.STOPPED);
    director.fire(Cmd.VIEW_MEMORY);
    for (int round = 0; round < 5; round++) {
      step(Cmd.RUN_CONTINUE);
    }
    step(Cmd.RUN_INTO);
    step(Cmd.RUN_INTO);
    director.act(() -> window.bench().memory().goTo("0x200"));
    bothThemes("debugging");
    director.fire(Cmd.VIEW_PALETTE);
    director.act(() -> window.bench().palette().query().set("st"));
    director.picture("palette-dark");
    director.act(window::closePalette);
    director.fire(Cmd.RUN_STOP);
    awaitState(RunState.IDLE);
  }

  private static int lineOf(Document document, String text) {
    List<String> lines = document.text().get().lines().map(String::strip).toList();
    return lines.indexOf(text);
  }

  private void step(Cmd cmd) {
    Object before = Director.ask(() -> window.bench().session().halt().get());
    director.fire(cmd);
    director.await(
        "the step",
        () ->
            window.bench().session().state().get() == RunState.STOPPED
                && !before.equals(window.bench().session().halt().get()));
  }

  private void awaitState(RunState state) {
    director.await(
        "the program to be " + state, () -> window.bench().session().state().get() == state);
  }

  private void trap() {
    open("broken-average");
    director.fire(Cmd.RUN_DEBUG);
    awaitState(RunState.TRAPPED);
    director.fire(Cmd.VIEW_MEMORY);
    director.act(() -> window.bench().memory().goTo("0x20"));
    bothThemes("trap");
    director.fire(Cmd.RUN_STOP);
  }

  private void flameGraph() {
    open("json-pretty");
    director.fire(Cmd.PROFILE_EXACTLY);
    director.await("a profile", () -> window.bench().session().profile().get() != null);
    director.fire(Cmd.VIEW_PANEL);
    bothThemes("flame-graph");
    director.fire(Cmd.VIEW_PANEL);
  }

  private void binary() {
    open("word-count");
    director.fire(Cmd.RUN_START);
    awaitState(RunState.IDLE);
    bothThemes("binary");
  }
}
