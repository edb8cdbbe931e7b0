package dev.wasmscope.app.control;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A row of a {@link ValueList}: name, value, type; the value turns into a field when edited. */
final class ValueCell extends ListCell<ValueRow> {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final double NAME_SHARE = 0.34;
  private static final double PADDING = 28;

  private final Label name = new Label();
  private final Label value = new Label();
  private final Label type = new Label();
  private final Tooltip tip = new Tooltip();
  private final HBox row = new HBox(name, value, type);
  private final TextField field = new TextField();
  private final ValueList.Editor editor;

  private ValueCell(ValueList.Editor editor) {
    this.editor = editor;
  }

  static ValueCell create(ValueList.Editor editor) {
    ValueCell cell = new ValueCell(editor);
    cell.build();
    return cell;
  }

  private void build() {
    getStyleClass().add("value-cell");
    name.getStyleClass().add("value-name");
    value.getStyleClass().add("value-value");
    type.getStyleClass().add("value-type");
    name.prefWidthProperty().bind(widthProperty().multiply(NAME_SHARE));
    name.setMinWidth(0);
    type.setMinWidth(USE_PREF_SIZE);
    value.setMaxWidth(Double.MAX_VALUE);
    value.setMinWidth(0);
    HBox.setHgrow(value, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("value-row");
    row.prefWidthProperty().bind(widthProperty().subtract(PADDING));
    row.setMaxWidth(USE_PREF_SIZE);
    field.getStyleClass().add("value-field");
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setOnAction(e -> commit());
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            e.consume();
          }
        });
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && isEditing()) {
                cancelEdit();
              }
            });
    setText(null);
  }

  private void commit() {
    String text = field.getText().strip();
    ValueRow item = getItem();
    int index = getIndex();
    cancelEdit();
    if (item != null && !text.equals(item.value())) {
      editor.write(index, text, this::refuse);
    }
  }

  private void refuse(String why) {
    startEdit();
    field.getStyleClass().add("refused");
    Tooltip reason = new Tooltip(why);
    reason.setAutoHide(true);
    field.setTooltip(reason);
    if (getScene() != null && getScene().getWindow() != null) {
      var at = field.localToScreen(0, field.getHeight() + 4);
      if (at != null) {
        reason.show(field, at.getX(), at.getY());
      }
    }
  }

  @Override
  public void startEdit() {
    if (getItem() == null || !getItem().editable()) {
      return;
    }
    super.startEdit();
    field.getStyleClass().remove("refused");
    field.setTooltip(null);
    field.setText(getItem().value());
    row.getChildren().set(1, field);
    field.selectAll();
    field.requestFocus();
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    row.getChildren().set(1, value);
  }

  @Override
  protected void updateItem(ValueRow item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      pseudoClassStateChanged(CHANGED, false);
      return;
    }
    name.setText(item.name());
    value.setText(item.value());
    type.setText(item.type());
    tip.setText(
        item.name()
            + " : "
            + item.type()
            + "\n"
            + item.value()
            + (item.detail().isEmpty() ? "" : "\n" + item.detail()));
    setTooltip(tip);
    pseudoClassStateChanged(CHANGED, item.changed());
    setGraphic(row);
  }
}
