package dev.wasmscope.app.threads;

import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.control.Section;
import dev.wasmscope.app.text.Text;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The threads above the call stack; shown as soon as there is more than one. */
public final class ThreadsView extends StackPane {
  private static final double ROW = 40;
  private static final int MOST_ROWS = 5;
  private static final double ICON = 18;
  private static final double PADDING = 18;

  private ThreadsView() {}

  /** A view of {@code model}. */
  public static ThreadsView of(ThreadsModel model) {
    ThreadsView view = new ThreadsView();
    view.build(model);
    return view;
  }

  private void build(ThreadsModel model) {
    ListView<ThreadRow> list = new ListView<>(model.rows());
    list.setId("threads");
    list.setFixedCellSize(ROW);
    list.setAccessibleText(Text.of("inspect.threads"));
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(model.rows().size(), MOST_ROWS) * ROW + 2, model.rows()));
    list.minHeightProperty().bind(list.prefHeightProperty());
    list.setCellFactory(_ -> new ThreadCell());
    list.setOnMouseClicked(_ -> choose(model, list));
    list.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            choose(model, list);
            key.consume();
          }
        });
    Section section = Section.of(Text.of("inspect.threads"), list);
    section.note().bind(Bindings.createStringBinding(() -> "" + model.rows().size(), model.rows()));
    visibleProperty().bind(Bindings.size(model.rows()).greaterThan(1));
    managedProperty().bind(visibleProperty());
    getChildren().add(section);
  }

  private static void choose(ThreadsModel model, ListView<ThreadRow> list) {
    ThreadRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.select(row);
    }
  }

  private static final class ThreadCell extends ListCell<ThreadRow> {
    private final Label name = new Label();
    private final Label status = new Label();
    private final Label function = new Label();
    private final FontIcon icon = Icons.of("mdi2c-circle-small");
    private final Tooltip tooltip = new Tooltip();
    private final HBox row;

    ThreadCell() {
      name.getStyleClass().add("thread-name");
      status.getStyleClass().add("thread-status");
      function.getStyleClass().add("frame-place");
      status.setMinWidth(0);
      function.setMinWidth(0);
      HBox first = new HBox(6, name, Icons.spring(), function);
      name.setMinWidth(USE_PREF_SIZE);
      VBox lines = new VBox(first, status);
      lines.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(lines, Priority.ALWAYS);
      StackPane iconPlace = new StackPane(icon);
      iconPlace.setMinWidth(ICON);
      row = new HBox(4, iconPlace, lines);
      row.setAlignment(Pos.CENTER_LEFT);
      row.setMinWidth(0);
      row.prefWidthProperty().bind(widthProperty().subtract(PADDING));
      row.maxWidthProperty().bind(widthProperty().subtract(PADDING));
    }

    @Override
    protected void updateItem(ThreadRow thread, boolean empty) {
      super.updateItem(thread, empty);
      if (empty || thread == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      name.setText(thread.name());
      status.setText(thread.status());
      function.setText(thread.function());
      String words = Text.of("inspect.threads.at", thread.name(), thread.status());
      setAccessibleText(words);
      tooltip.setText(words);
      setTooltip(tooltip);
      icon.setIconLiteral(
          switch (thread.kind()) {
            case SHOWN -> "mdi2a-arrow-right-bold";
            case BLOCKED -> "mdi2t-timer-sand";
            case HELD -> "mdi2p-pause";
            case EMPTY -> "mdi2c-circle-small";
          });
      icon.getStyleClass()
          .setAll("ikonli-font-icon", "thread-" + thread.kind().name().toLowerCase(Locale.ROOT));
      setGraphic(row);
    }
  }
}
