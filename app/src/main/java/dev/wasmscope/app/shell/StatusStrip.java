package dev.wasmscope.app.shell;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.command.Commands;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.session.RunState;
import dev.wasmscope.app.session.SessionModel;
import dev.wasmscope.app.task.Progress;
import dev.wasmscope.app.task.TaskBoard;
import dev.wasmscope.app.task.TaskEntry;
import dev.wasmscope.app.text.Text;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The bottom of the window: engine state, tasks with cancel, position in the document. */
final class StatusStrip extends HBox {
  private final SessionModel session;
  private final HBox tasks = new HBox(10);
  private final Label state = new Label();
  private final Label position = new Label();
  private final Label facts = new Label();
  private final Button features = new Button();

  private StatusStrip(SessionModel session) {
    this.session = session;
  }

  static StatusStrip of(SessionModel session, TaskBoard board, Commands commands) {
    StatusStrip strip = new StatusStrip(session);
    strip.build(board, commands);
    return strip;
  }

  private void build(TaskBoard board, Commands commands) {
    getStyleClass().add("status-bar-strip");
    HBox stateBox = new HBox(6, Icons.of("mdi2c-circle", "state-dot"), state);
    stateBox.setAlignment(Pos.CENTER_LEFT);
    tasks.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(stateBox, tasks, Icons.spring(), position, facts, features, new Label("UTF-8"));
    position.setId("status-position");
    features.getStyleClass().setAll("button", "status-button", "status-features");
    features.setId("status-features");
    features.setOnAction(e -> commands.fire(Cmd.FILE_FEATURES));
    features.setTooltip(new Tooltip(Cmd.FILE_FEATURES.title()));
    setFeatures("");
    session.state().subscribe(this::show);
    session.halt().subscribe(halt -> show(session.state().get()));
    board
        .entries()
        .addListener(
            (ListChangeListener<TaskEntry>)
                change ->
                    tasks
                        .getChildren()
                        .setAll(board.entries().stream().map(StatusStrip::task).toList()));
  }

  private void show(RunState now) {
    getStyleClass().removeAll("running", "stopped", "trapped", "starting", "idle");
    String name = now.name().toLowerCase(Locale.ROOT);
    getStyleClass().add(name);
    boolean stands = now == RunState.STOPPED && session.halt().get() != null;
    state.setText(
        stands
            ? Text.of("status.stopped", session.halt().get().reason())
            : Text.of("status." + name + (now == RunState.STOPPED ? ".plain" : "")));
  }

  private static Node task(TaskEntry entry) {
    Label title = new Label();
    title
        .textProperty()
        .bind(entry.message().map(m -> m.isEmpty() ? entry.title() : entry.title() + ": " + m));
    ProgressBar bar = new ProgressBar();
    bar.progressProperty()
        .bind(entry.fraction().map(f -> f.doubleValue() < 0 ? Progress.UNKNOWN : f.doubleValue()));
    Button cancel = new Button(null, Icons.of("mdi2c-close"));
    cancel.getStyleClass().setAll("button", "status-button");
    cancel.setTooltip(new Tooltip(Text.of("task.cancel")));
    cancel.setAccessibleText(Text.of("task.cancel"));
    cancel.setOnAction(e -> entry.cancel());
    HBox box = new HBox(6, title, bar, cancel);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /** Shows where the caret is; an empty text when there is none. */
  void setPosition(String text) {
    position.setText(text);
  }

  /** Shows the features of the document in front; an empty text when it has none. */
  void setFeatures(String text) {
    features.setText(text);
    features.setVisible(!text.isEmpty());
    features.setManaged(!text.isEmpty());
  }

  /** Shows facts about the document in front. */
  void setFacts(String text) {
    facts.setText(text);
  }
}
