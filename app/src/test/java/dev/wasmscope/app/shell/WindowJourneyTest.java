package dev.wasmscope.app.shell;

import static dev.wasmscope.app.Eventually.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.Answers;
import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.samples.SampleIndex;
import dev.wasmscope.app.session.Breakpoint;
import dev.wasmscope.app.session.ConsoleLine;
import dev.wasmscope.app.session.RunState;
import dev.wasmscope.app.session.TextRange;
import dev.wasmscope.app.settings.SettingsStore;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.theme.Themes;
import dev.wasmscope.app.tour.Studio;
import dev.wasmscope.app.welcome.WelcomeModel;
import dev.wasmscope.app.workspace.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The main job of the window, done with mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class WindowJourneyTest {
  private static final String STORE = "(local.set $w (i32.add (local.get $w) (i32.const 4)))";

  private static final String NOTIFIES_LAST =
      "(drop (memory.atomic.notify (global.get $finished) (i32.const -1))))";

  private static final String MODULE =
      """
      (module
        (func $f (export "f")
          nop
          nop))
      """;

  @TempDir static Path home;

  private final Answers answers = new Answers();
  private Window window;

  @Start
  void start(Stage stage) {
    Themes.loadFonts();
    Workbench bench =
        new Workbench(
            WindowApplication.surroundings(
                new SettingsStore(home.resolve("settings.json")), home.resolve("samples"), answers),
            new SimpleBooleanProperty(true));
    window = Window.of(bench, SampleIndex.load(), () -> {});
    Studio.show(window, 1300, 860, stage);
    Keys.install(stage.getScene(), bench.commands());
    window.welcome();
  }

  private void awaitState(RunState state) throws Exception {
    await(() -> window.bench().session().state().get() == state);
  }

  private Document open(FxRobot robot, String sample) throws Exception {
    robot.clickOn("#sample-" + sample + "-open");
    return opened(sample);
  }

  private Document opened(String sample) throws Exception {
    await(
        () -> {
          Document active = window.bench().workspace().active().get();
          return active != null
              && active.name().get().startsWith(sample)
              && window.analysis().filter(a -> a.module().isPresent()).isPresent();
        });
    return window.bench().workspace().active().get();
  }

  @Test
  void openBreakStepChangeProfileExport(FxRobot robot) throws Exception {
    Document document = open(robot, "sha256");
    int line = setBreakpointInTheGutter(robot, document);

    robot.press(KeyCode.F5).release(KeyCode.F5);
    awaitState(RunState.STOPPED);
    assertEquals(
        "$w", window.bench().session().halt().get().frame(0).orElseThrow().locals().get(2).name());
    assertEquals(line, stoppedAt().line());
    assertTheCaretIsThere(robot);

    step(robot, KeyCode.F11);
    assertEquals(line, stoppedAt().line(), "one instruction further on the same line");
    assertTheCaretIsThere(robot);
    changeALocal(robot);
    seeMemoryChange(robot);
    removeTheBreakpointAndFinish(robot, document, line);
    profileAndExport(robot);
    assertEquals(List.of(), answers.errors);
  }

  @Test
  void aThreadIsChosenAndItsFramesAreShown(FxRobot robot) throws Exception {
    robot.interact(() -> window.openSample("threads-counter", WelcomeModel.Action.OPEN));
    Document document = opened("threads-counter");
    List<String> lines = document.text().get().lines().map(String::strip).toList();
    robot.interact(() -> window.bench().breakpoints().add(document, lines.indexOf(NOTIFIES_LAST)));
    robot.press(KeyCode.F5).release(KeyCode.F5);
    awaitState(RunState.STOPPED);
    var session = window.bench().session();
    assertTrue(session.halt().get().threads().size() > 1);
    assertEquals("start", session.halt().get().frame(0).orElseThrow().function());
    // Looked for by the window's own thread, which may still be changing what it shows.
    WaitForAsyncUtils.waitForFxEvents();
    Node main = WaitForAsyncUtils.asyncFx(() -> robot.lookup("main").<Node>query()).get();
    robot.clickOn(main);
    await(() -> session.halt().get().thread() == 1);
    assertEquals("run", session.halt().get().frames().getLast().function());
    robot.interact(session::stop);
    awaitState(RunState.IDLE);
  }

  private int setBreakpointInTheGutter(FxRobot robot, Document document) throws Exception {
    int line = document.text().get().lines().map(String::strip).toList().indexOf(STORE);
    robot.interact(() -> window.show(document, line));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#gutter-" + (line + 1));
    assertTrue(window.bench().breakpoints().at(document, line).isPresent());
    return line;
  }

  private void assertTheCaretIsThere(FxRobot robot) {
    TextRange at = stoppedAt();
    assertEquals(
        Text.of("status.position", at.line() + 1, at.column() + 1),
        robot.lookup("#status-position").queryAs(Label.class).getText());
  }

  private TextRange stoppedAt() {
    var frame = window.bench().session().halt().get().frame(0).orElseThrow();
    return window
        .bench()
        .session()
        .source()
        .flatMap(s -> s.rangeOf(frame.place().orElseThrow()))
        .orElseThrow();
  }

  private void step(FxRobot robot, KeyCode key) throws Exception {
    Object before = window.bench().session().halt().get();
    robot.press(key).release(key);
    await(
        () ->
            window.bench().session().state().get() == RunState.STOPPED
                && !before.equals(window.bench().session().halt().get()));
  }

  private void changeALocal(FxRobot robot) throws Exception {
    Node value =
        robot.from(robot.lookup("#locals").queryAll()).lookup(".value-value").nth(1).query();
    robot.doubleClickOn(value);
    robot.lookup(".value-field").query();
    robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
    robot.write("15");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    await(
        () ->
            window
                .bench()
                .session()
                .halt()
                .get()
                .frame(0)
                .orElseThrow()
                .locals()
                .get(1)
                .value()
                .equals("15"));
  }

  private void seeMemoryChange(FxRobot robot) throws Exception {
    robot.interact(() -> window.bench().commands().fire(Cmd.VIEW_MEMORY));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#memory-address").write("0x220");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    assertEquals(0x220, window.bench().memory().cursor().get());
    robot.interact(() -> robot.lookup("#hex").query().requestFocus());
    robot.write("5a");
    assertEquals(1, window.bench().memory().age(0x220));
    byte[] one = new byte[1];
    window.bench().session().memory().get().read(0, 0x220, one);
    assertEquals(0x5a, one[0]);
  }

  private void removeTheBreakpointAndFinish(FxRobot robot, Document document, int line)
      throws Exception {
    robot.interact(() -> window.bench().breakpoints().toggle(document, line));
    robot.press(KeyCode.F5).release(KeyCode.F5);
    awaitState(RunState.IDLE);
    await(
        () ->
            window.bench().console().lines().stream()
                .anyMatch(l -> l.kind() == ConsoleLine.Kind.RESULT));
  }

  private void profileAndExport(FxRobot robot) throws Exception {
    robot.interact(() -> window.bench().commands().fire(Cmd.PROFILE_EXACTLY));
    await(() -> robot.lookup("#flame").tryQuery().isPresent());
    answers.saveTo = home.resolve("analysis.html");
    robot.clickOn("#profile-exportHtml");
    await(() -> Files.exists(answers.saveTo) && Files.size(answers.saveTo) > 0);
    await(() -> window.bench().board().entries().isEmpty());
    assertTrue(Files.readString(answers.saveTo).contains("transform"), "names the hot function");
  }

  @Test
  void aMistakeIsUnderlinedAndTheProgramIsNotRun(FxRobot robot) throws Exception {
    Document document = open(robot, "broken-average");
    robot.interact(
        () -> document.text().set(document.text().get().replaceFirst("i32\\.sub", "i32.sup")));
    await(() -> window.analysis().filter(a -> !a.problems().isEmpty()).isPresent());
    robot.press(KeyCode.F5).release(KeyCode.F5);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(RunState.IDLE, window.bench().session().state().get());
    assertTrue(robot.lookup("#problems").query().isVisible());
  }

  @Test
  void theTrapIsShownAtItsInstruction(FxRobot robot) throws Exception {
    robot.clickOn("#sample-broken-average-debug");
    awaitState(RunState.STOPPED);
    robot.press(KeyCode.F5).release(KeyCode.F5);
    awaitState(RunState.TRAPPED);
    assertTrue(robot.lookup("#trap-banner").tryQuery().isPresent());
    assertEquals(3, robot.lookup("#call-stack").queryListView().getItems().size());
  }

  @Test
  void thePaletteFindsAndFiresACommand(FxRobot robot) throws Exception {
    boolean dark = window.bench().theme().dark().get();
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
    robot.write("switch theme");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    await(() -> window.bench().theme().dark().get() != dark);
  }

  @Test
  void breakpointsBesideAModuleAreLoadedWatchedAndSaved(FxRobot robot) throws Exception {
    Path folder = Files.createDirectories(home.resolve("joined"));
    Path module = Files.writeString(folder.resolve("m.wat"), MODULE);
    Path file = Files.writeString(folder.resolve("breakpoints.json"), breakpointAt(3));

    robot.interact(() -> window.bench().workspace().open(module));
    await(() -> !lines().isEmpty());
    assertEquals(List.of(2), lines());

    Files.writeString(file, breakpointAt(4));
    await(() -> lines().equals(List.of(3)));

    Document document = window.bench().workspace().active().get();
    robot.interact(() -> window.bench().breakpoints().toggle(document, 2));
    await(() -> Files.readString(file).contains("\"line\": 3"));
    assertTrue(Files.readString(file).contains("\"line\": 4"));
    assertEquals(List.of(), answers.errors);
  }

  @Test
  void anEntryWithoutInstructionStaysInItsFile(FxRobot robot) throws Exception {
    Path folder = Files.createDirectories(home.resolve("kept"));
    Path module = Files.writeString(folder.resolve("m.wat"), MODULE);
    Path file = Files.writeString(folder.resolve("breakpoints.json"), breakpointAt(1));

    robot.interact(() -> window.bench().workspace().open(module));
    await(() -> lines().equals(List.of(0)));
    Document document = window.bench().workspace().active().get();
    robot.interact(() -> window.bench().breakpoints().toggle(document, 2));
    await(() -> Files.readString(file).contains("\"line\": 3"));

    assertTrue(Files.readString(file).contains("\"line\": 1"), Files.readString(file));
  }

  private static String breakpointAt(int line) {
    return "{\"version\": 1, \"breakpoints\": [{\"id\": 1, \"kind\": \"place\", \"function\":"
        + " \"$f\", \"line\": "
        + line
        + "}]}";
  }

  private List<Integer> lines() {
    Document document = window.bench().workspace().active().get();
    return document == null
        ? List.of()
        : window.bench().breakpoints().of(document).stream().map(Breakpoint::line).toList();
  }

  @Test
  void everyCommandIsBound() {
    for (Cmd cmd : Cmd.values()) {
      assertTrue(window.bench().commands().isBound(cmd), cmd.id());
    }
  }
}
