package dev.wasmscope.app.control;

import dev.wasmscope.app.text.Text;
import dev.wasmscope.engine.runtime.ValueFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A row of a {@link ValueList}: arrow, name, value, type; the value turns into a field when edited,
 * the type opens the menu of formats.
 */
final class ValueCell extends ListCell<ValueRow> {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass CHOICE = PseudoClass.getPseudoClass("choice");
  private static final double NAME_SHARE = 0.3;
  private static final double INDENT = 14;
  private static final double PADDING = 18;

  private final Button arrow = new Button();
  private final FontIcon arrowIcon = Icons.of("mdi2c-chevron-right", "value-arrow-icon");
  private final Label name = new Label();
  private final Label value = new Label();
  private final Label type = new Label();
  private final Tooltip tip = new Tooltip();
  private final HBox title = new HBox(arrow, name);
  private final HBox row = new HBox(title, value, type);
  private final TextField field = new TextField();
  private final BooleanProperty nameOnly = new SimpleBooleanProperty();
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
    arrow.getStyleClass().setAll("value-arrow");
    arrow.setGraphic(arrowIcon);
    arrow.setFocusTraversable(false);
    arrow.setAccessibleText(Text.of("value.unfold"));
    arrow.setOnAction(e -> editor.toggle(getIndex()));
    title.setAlignment(Pos.CENTER_LEFT);
    title
        .prefWidthProperty()
        .bind(
            Bindings.when(nameOnly)
                .then(row.prefWidthProperty())
                .otherwise(widthProperty().multiply(NAME_SHARE)));
    title.minWidthProperty().bind(title.prefWidthProperty());
    name.setMinWidth(0);
    type.setMinWidth(USE_PREF_SIZE);
    type.setOnMouseClicked(
        e -> {
          ContextMenu menu = getContextMenu();
          if (e.getButton() == MouseButton.PRIMARY && menu != null) {
            menu.show(type, Side.BOTTOM, 0, 0);
            e.consume();
          }
        });
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
      setContextMenu(null);
      pseudoClassStateChanged(CHANGED, false);
      return;
    }
    show(item);
    setGraphic(row);
  }

  private void show(ValueRow item) {
    boolean unfolds = item.fold() != ValueRow.Fold.NONE;
    arrow.setVisible(unfolds);
    arrowIcon.setIconLiteral(
        item.fold() == ValueRow.Fold.OPEN ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    title.setPadding(new Insets(0, 0, 0, item.depth() * INDENT));
    name.setText(item.name());
    nameOnly.set(item.value().isEmpty());
    value.setVisible(!nameOnly.get());
    value.setManaged(!nameOnly.get());
    value.setText(item.value());
    type.setText(item.type());
    // What unfolds names its type itself, and needs the room.
    type.setVisible(!unfolds);
    type.setManaged(!unfolds);
    tip.setText(
        Stream.of(item.name() + " : " + item.type(), item.value(), item.detail())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n")));
    setTooltip(tip);
    setContextMenu(menu(item));
    pseudoClassStateChanged(CHANGED, item.changed());
    type.pseudoClassStateChanged(CHOICE, !item.formats().isEmpty());
  }

  private ContextMenu menu(ValueRow item) {
    ContextMenu menu = new ContextMenu();
    for (ValueFormat format : item.formats()) {
      MenuItem choice = new MenuItem(title(format, item));
      choice.setOnAction(e -> editor.choose(getIndex(), format));
      menu.getItems().add(choice);
    }
    if (!item.value().isEmpty()) {
      MenuItem copy = new MenuItem(Text.of("value.copy"));
      copy.setOnAction(
          e ->
              Clipboard.getSystemClipboard()
                  .setContent(Map.of(DataFormat.PLAIN_TEXT, item.value())));
      menu.getItems().add(copy);
    }
    return menu;
  }

  private static String title(ValueFormat format, ValueRow item) {
    return switch (format) {
      case SIGNED ->
          Text.of(item.type().startsWith("f") ? "value.format.decimal" : "value.format.d");
      case UNSIGNED -> Text.of("value.format.u");
      case HEX -> Text.of("value.format.x");
      default -> format.keyword();
    };
  }
}
