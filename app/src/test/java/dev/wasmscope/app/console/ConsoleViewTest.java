package dev.wasmscope.app.console;

import static dev.wasmscope.app.Eventually.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.app.session.ConsoleLine;
import dev.wasmscope.app.session.ConsoleLog;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What of the console is in sight. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class ConsoleViewTest {
  private final ConsoleLog log = new ConsoleLog(Platform::runLater);
  private ConsoleView view;

  @Start
  void start(Stage stage) {
    view = ConsoleView.of(new ConsoleModel(log, new SimpleBooleanProperty(true), typed -> {}));
    stage.setScene(new Scene(view, 400, 200));
    stage.show();
  }

  private void print(int from, int to) {
    for (int i = from; i < to; i++) {
      log.line(ConsoleLine.Kind.STDOUT, "line " + i);
    }
  }

  private VirtualFlow<?> flow() {
    return (VirtualFlow<?>) view.lookup(".virtual-flow");
  }

  private void awaitLastInSight(int line) throws Exception {
    await(
        () -> {
          IndexedCell<?> last = flow().getLastVisibleCell();
          return last != null && last.getIndex() == line;
        });
  }

  private void awaitFirstInSight(int line) throws Exception {
    await(() -> flow().getFirstVisibleCell().getIndex() == line);
  }

  @Test
  void theNewestLineIsInSightUnlessTheUserLooksAtOthers(FxRobot robot) throws Exception {
    print(0, 100);
    awaitLastInSight(99);
    print(100, 300);
    awaitLastInSight(299);

    robot.clickOn("#console-lines").type(KeyCode.HOME);
    awaitFirstInSight(0);
    print(300, 320);
    await(() -> flow().getCellCount() == 320);
    assertEquals(0, flow().getFirstVisibleCell().getIndex());

    robot.clickOn("#console-lines").type(KeyCode.END);
    awaitLastInSight(319);
    print(320, 330);
    awaitLastInSight(329);
  }
}
