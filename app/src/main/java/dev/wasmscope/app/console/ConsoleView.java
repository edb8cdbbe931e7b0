package dev.wasmscope.app.console;

import dev.wasmscope.app.control.EmptyState;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.session.ConsoleLine;
import dev.wasmscope.app.text.Text;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The console's view. */
public final class ConsoleView extends BorderPane {
  private static final double ROW = 20;

  /** What moves the lines in sight. */
  private static final List<EventType<? extends InputEvent>> MOVING =
      List.of(
          ScrollEvent.SCROLL,
          MouseEvent.MOUSE_DRAGGED,
          MouseEvent.MOUSE_RELEASED,
          KeyEvent.KEY_RELEASED);

  private final ConsoleModel model;
  private final ListView<ConsoleLine> list = new ListView<>();
  private final TextField input = new TextField();

  /** Whether the newest line stays in sight. */
  private boolean follows = true;

  private ConsoleView(ConsoleModel model) {
    this.model = model;
  }

  /** A view of {@code model}. */
  public static ConsoleView of(ConsoleModel model) {
    ConsoleView view = new ConsoleView(model);
    view.build();
    return view;
  }

  private void build() {
    list.setItems(model.lines());
    list.setFixedCellSize(ROW);
    list.setPlaceholder(
        EmptyState.of(
            "mdi2c-console-line", Text.of("console.empty"), Text.of("console.empty.hint")));
    list.setId("console-lines");
    list.setAccessibleText(Text.of("panel.console"));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(view -> new LineCell());
    list.setOnKeyPressed(
        e -> {
          if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
            copySelection();
            e.consume();
          }
        });
    for (EventType<? extends InputEvent> moving : MOVING) {
      list.addEventFilter(moving, e -> Platform.runLater(this::look));
    }
    model.lines().addListener((ListChangeListener<ConsoleLine>) change -> changed());
    setCenter(list);
    setBottom(inputRow());
  }

  /** The user may have moved: whoever looks at older lines is not taken away from them. */
  private void look() {
    VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
    double hidden = model.lines().size() * ROW - flow.getHeight();
    follows = (1 - flow.getPosition()) * hidden < ROW;
  }

  private void changed() {
    follows |= model.lines().isEmpty();
    if (follows) {
      // The list itself hears of the change after this listener.
      Platform.runLater(() -> list.scrollTo(newest()));
    }
  }

  private int newest() {
    return model.lines().size() - 1;
  }

  private HBox inputRow() {
    input.getStyleClass().add("console-input");
    input.setId("console-input");
    input
        .promptTextProperty()
        .bind(model.accepting().map(on -> Text.of(on ? "console.prompt" : "console.idle")));
    input.disableProperty().bind(model.accepting().not());
    input.setOnAction(
        e -> {
          model.send(input.getText());
          input.clear();
        });
    input.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
            input.setText(model.recall(e.getCode() == KeyCode.UP ? -1 : 1));
            input.end();
            e.consume();
          }
        });
    HBox.setHgrow(input, Priority.ALWAYS);
    Button clear = new Button(null, Icons.of("mdi2d-delete-sweep-outline"));
    clear.getStyleClass().setAll("button", "tool", "small");
    clear.setTooltip(new Tooltip(Text.of("console.clear")));
    clear.setAccessibleText(Text.of("console.clear"));
    clear.setOnAction(e -> model.clear());
    HBox row = new HBox(Icons.of("mdi2c-chevron-right", "console-prompt"), input, clear);
    row.getStyleClass().add("console-input-row");
    return row;
  }

  private void copySelection() {
    List<ConsoleLine> chosen = list.getSelectionModel().getSelectedItems();
    ClipboardContent content = new ClipboardContent();
    content.putString(
        chosen.isEmpty()
            ? model.allText()
            : String.join("\n", chosen.stream().map(ConsoleLine::text).toList()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static final class LineCell extends ListCell<ConsoleLine> {
    @Override
    protected void updateItem(ConsoleLine line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass()
          .removeAll("console-line", "stdout", "stderr", "stdin", "note", "result", "failure");
      if (empty || line == null) {
        setText(null);
      } else {
        getStyleClass().addAll("console-line", line.kind().name().toLowerCase(Locale.ROOT));
        setText(line.text().replace("\t", "    "));
      }
    }
  }
}
