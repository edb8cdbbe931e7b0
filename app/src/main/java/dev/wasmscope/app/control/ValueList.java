package dev.wasmscope.app.control;

import dev.wasmscope.engine.runtime.ValueFormat;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A list of named values that are edited in place: double click, F2 or Enter. Values with members
 * unfold: a click on the arrow, or the right and left keys.
 */
public final class ValueList extends StackPane {
  static final double ROW_HEIGHT = 25;
  private static final int MOST_ROWS = 18;

  /** Does what is asked of a value. */
  public interface Editor {
    /**
     * Writes {@code text} into the value at {@code index}.
     *
     * @param refused told why, when the text is no such value
     */
    void write(int index, String text, Consumer<String> refused);

    /** Unfolds or folds the value at {@code index}. */
    void toggle(int index);

    /** Shows the value at {@code index} in {@code format} from now on. */
    void choose(int index, ValueFormat format);
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
   * @param editor does what is asked of a value
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
    list.setOnKeyPressed(e -> pressed(e, editor));
    getChildren().add(new VBox(placeholder, list));
  }

  private void pressed(KeyEvent event, Editor editor) {
    int index = list.getSelectionModel().getSelectedIndex();
    ValueRow row = list.getSelectionModel().getSelectedItem();
    if (row == null || list.getEditingIndex() >= 0) {
      return;
    }
    ValueRow.Fold turned =
        switch (event.getCode()) {
          case RIGHT -> ValueRow.Fold.CLOSED;
          case LEFT -> ValueRow.Fold.OPEN;
          default -> ValueRow.Fold.NONE;
        };
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2) {
      list.edit(index);
    } else if (turned != ValueRow.Fold.NONE && row.fold() == turned) {
      editor.toggle(index);
      list.getSelectionModel().select(index);
    } else {
      return;
    }
    event.consume();
  }

  /** The list itself, for focus and selection. */
  public ListView<ValueRow> list() {
    return list;
  }
}
