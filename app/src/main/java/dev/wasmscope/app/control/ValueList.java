package dev.wasmscope.app.control;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A list of named values that are edited in place: double click, F2 or Enter. */
public final class ValueList extends StackPane {
  static final double ROW_HEIGHT = 25;
  private static final int MOST_ROWS = 14;

  /** Writes an edited value. */
  @FunctionalInterface
  public interface Editor {
    /**
     * Writes {@code text} into the value at {@code index}.
     *
     * @param refused told why, when the text is no such value
     */
    void write(int index, String text, Consumer<String> refused);
  }

  private final ListView<ValueRow> list;

  private ValueList(ObservableList<ValueRow> rows) {
    list = new ListView<>(rows);
  }

  /**
   * A list over {@code rows}.
   *
   * @param name what it lists, for screen readers
   * @param whenEmpty what stands there when it is empty
   * @param editor writes edited values
   */
  public static ValueList of(
      String name, ObservableList<ValueRow> rows, String whenEmpty, Editor editor) {
    ValueList result = new ValueList(rows);
    result.build(name, rows, whenEmpty, editor);
    return result;
  }

  private void build(String name, ObservableList<ValueRow> rows, String whenEmpty, Editor editor) {
    getStyleClass().add("value-list");
    Label placeholder = new Label(whenEmpty);
    placeholder.getStyleClass().add("section-empty");
    placeholder.setMaxWidth(Double.MAX_VALUE);
    placeholder.visibleProperty().bind(Bindings.isEmpty(rows));
    placeholder.managedProperty().bind(placeholder.visibleProperty());
    list.setFixedCellSize(ROW_HEIGHT);
    list.setEditable(true);
    list.setAccessibleRole(AccessibleRole.LIST_VIEW);
    list.setAccessibleText(name);
    list.setCellFactory(view -> ValueCell.create(editor));
    list.visibleProperty().bind(Bindings.isNotEmpty(rows));
    list.managedProperty().bind(list.visibleProperty());
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(rows.size(), MOST_ROWS) * ROW_HEIGHT + 2, rows));
    list.minHeightProperty().bind(list.prefHeightProperty());
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.F2) {
            list.edit(list.getSelectionModel().getSelectedIndex());
            e.consume();
          }
        });
    getChildren().add(new VBox(placeholder, list));
  }

  /** The list itself, for focus and selection. */
  public ListView<ValueRow> list() {
    return list;
  }
}
