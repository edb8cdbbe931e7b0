package dev.wasmscope.app.shell;

import static dev.wasmscope.app.Eventually.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.Answers;
import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.control.ValueRow;
import dev.wasmscope.app.debugger.InspectModel.Group;
import dev.wasmscope.app.samples.SampleIndex;
import dev.wasmscope.app.session.ConsoleLine;
import dev.wasmscope.app.session.RunState;
import dev.wasmscope.app.settings.SettingsStore;
import dev.wasmscope.app.theme.Themes;
import dev.wasmscope.app.tour.Studio;
import dev.wasmscope.app.workspace.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A file that needs a feature: switching it on, typing arguments, unfolding and editing values. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class ValuesJourneyTest {
  private static final String MODULE =
      """
      (module
        (type $Person (struct (field $name (ref string)) (field $age (mut i32))))
        (func (export "older") (param $p (ref $Person)) (param $v v128) (result i32)
          (struct.get $Person $age (local.get $p))))
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
  }

  private Document open(FxRobot robot) throws Exception {
    Path file = writeModule();
    robot.interact(() -> window.bench().workspace().open(file));
    await(() -> window.analysis().filter(a -> a.module().isPresent()).isPresent());
    return window.bench().workspace().active().get();
  }

  private static Path writeModule() throws IOException {
    return Files.writeString(home.resolve("person.wat"), MODULE);
  }

  @Test
  void aFeatureIsSwitchedOnArgumentsAreTypedAndObjectsUnfold(FxRobot robot) throws Exception {
    Document document = open(robot);
    assertEquals("3.0 + threads", robot.lookup("#status-features").queryAs(Button.class).getText());
    robot.interact(() -> window.bench().commands().fire(Cmd.VIEW_PROBLEMS));
    robot.clickOn(".problem-fix");
    await(() -> window.analysis().filter(a -> a.problems().isEmpty()).isPresent());
    assertEquals(
        "3.0 + threads + stringref",
        robot.lookup("#status-features").queryAs(Button.class).getText());

    typeArguments(robot);
    debug(robot, document);
    unfoldAndEdit(robot);
    robot.press(KeyCode.F5).release(KeyCode.F5);
    await(() -> window.bench().session().state().get() == RunState.IDLE);
    await(() -> results().equals(List.of("i32.const 43")));
    assertEquals(List.of(), answers.errors);
  }

  private static void typeArguments(FxRobot robot) {
    robot.clickOn("#run-configuration");
    TextField person = robot.lookup("#run-argument-0").queryAs(TextField.class);
    assertEquals("{name: \"\", age: 0}", person.getText());
    robot.interact(() -> person.setText("{\"Ann\"}"));
    assertTrue(person.getStyleClass().contains("refused"));
    robot.interact(() -> person.setText("{\"Ann\", 42}"));
    robot.clickOn("#run-save");
  }

  private void debug(FxRobot robot, Document document) throws Exception {
    robot.interact(() -> window.bench().breakpoints().add(document, 3));
    robot.press(KeyCode.F5).release(KeyCode.F5);
    await(() -> window.bench().session().state().get() == RunState.STOPPED);
    assertEquals(
        List.of("$p", "$v"), locals().stream().map(ValueRow::name).toList(), "not unfolded");
  }

  private void unfoldAndEdit(FxRobot robot) throws Exception {
    robot.clickOn(robot.from(robot.lookup("#locals")).lookup(".value-arrow").nth(0).queryButton());
    await(() -> locals().size() == 4);
    assertEquals("\"Ann\"", locals().get(1).value());

    ListView<ValueRow> list = robot.lookup("#locals").queryListView();
    robot.interact(() -> list.getSelectionModel().select(2));
    robot.interact(list::requestFocus);
    robot.press(KeyCode.F2).release(KeyCode.F2);
    robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
    robot.write("$p.age + 1");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    await(() -> locals().get(2).value().equals("43"));
    assertTrue(locals().get(2).changed());
    assertEquals("$Person {name: \"Ann\", age: 43}", locals().getFirst().value());

    robot.interact(() -> list.getSelectionModel().select(0));
    robot.interact(list::requestFocus);
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    await(() -> locals().size() == 2);
  }

  private List<ValueRow> locals() {
    return window.bench().inspect().values(Group.LOCALS);
  }

  private List<String> results() {
    return window.bench().console().lines().stream()
        .filter(line -> line.kind() == ConsoleLine.Kind.RESULT)
        .map(ConsoleLine::text)
        .toList();
  }
}
