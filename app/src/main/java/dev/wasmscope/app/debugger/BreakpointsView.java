package dev.wasmscope.app.debugger;

import dev.wasmscope.app.control.EmptyState;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.session.Breakpoint;
import dev.wasmscope.app.text.Text;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The breakpoints panel: a table edited in place. */
public final class BreakpointsView extends BorderPane {
  private static final double ROW = 28;

  private final BreakpointsModel model;
  private final TableView<Breakpoint> table = new TableView<>();

  private BreakpointsView(BreakpointsModel model) {
    this.model = model;
  }

  /**
   * A view of {@code model}.
   *
   * @param tools buttons above the table, such as load and save
   */
  public static BreakpointsView of(BreakpointsModel model, List<? extends Node> tools) {
    BreakpointsView view = new BreakpointsView(model);
    view.build(tools);
    return view;
  }

  private void build(List<? extends Node> tools) {
    table.setId("breakpoints");
    table.setItems(model.rows());
    table.setFixedCellSize(ROW);
    table.setEditable(true);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(
        EmptyState.of(
            "mdi2r-record-circle-outline",
            Text.of("breakpoints.none"),
            Text.of("breakpoints.none.hint")));
    table.getColumns().add(enabledColumn());
    table.getColumns().add(fixed("breakpoints.place", this::place, 190));
    table.getColumns().add(fixed("breakpoints.text", Breakpoint::text, 240));
    table
        .getColumns()
        .add(
            edited(
                "breakpoints.condition",
                Breakpoint::condition,
                (b, text) -> b.when(text, b.hitCondition(), b.logMessage())));
    table
        .getColumns()
        .add(
            edited(
                "breakpoints.hits",
                Breakpoint::hitCondition,
                (b, text) -> b.when(b.condition(), text, b.logMessage())));
    table
        .getColumns()
        .add(
            edited(
                "breakpoints.log",
                Breakpoint::logMessage,
                (b, text) -> b.when(b.condition(), b.hitCondition(), text)));
    table.getColumns().add(removeColumn());
    table.setOnMouseClicked(
        e -> {
          Breakpoint chosen = table.getSelectionModel().getSelectedItem();
          if (chosen != null && e.getClickCount() == 1) {
            model.goTo(chosen);
          }
        });
    table.setOnKeyPressed(
        e -> {
          Breakpoint chosen = table.getSelectionModel().getSelectedItem();
          if (chosen != null && e.getCode() == KeyCode.DELETE) {
            model.remove(chosen);
          }
        });
    HBox bar = new HBox();
    bar.getStyleClass().add("panel-tools");
    bar.getChildren().addAll(tools);
    setTop(bar);
    setCenter(table);
  }

  private String place(Breakpoint breakpoint) {
    return breakpoint.problem().isEmpty()
        ? breakpoint.title()
        : breakpoint.title() + " — " + breakpoint.problem();
  }

  private static TableColumn<Breakpoint, String> column(
      String key, Function<Breakpoint, String> value) {
    TableColumn<Breakpoint, String> column = new TableColumn<>(Text.of(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setSortable(false);
    return column;
  }

  private static TableColumn<Breakpoint, String> fixed(
      String key, Function<Breakpoint, String> value, double width) {
    TableColumn<Breakpoint, String> column = column(key, value);
    column.setPrefWidth(width);
    column.setEditable(false);
    column.getStyleClass().add("code-column");
    return column;
  }

  private TableColumn<Breakpoint, String> edited(
      String key,
      Function<Breakpoint, String> value,
      BiFunction<Breakpoint, String, Breakpoint> change) {
    TableColumn<Breakpoint, String> column = column(key, value);
    column.setCellFactory(TextFieldTableCell.forTableColumn());
    column.getStyleClass().add("code-column");
    column.setOnEditCommit(
        e -> model.change(e.getRowValue(), b -> change.apply(b, e.getNewValue().strip())));
    return column;
  }

  private TableColumn<Breakpoint, String> enabledColumn() {
    TableColumn<Breakpoint, String> column = fixed("breakpoints.on", b -> "", 38);
    column.setMaxWidth(38);
    column.setMinWidth(38);
    column.setCellFactory(
        c ->
            new RowCell(
                b -> {
                  CheckBox box = new CheckBox();
                  box.setSelected(b.enabled());
                  box.setAccessibleText(Text.of("breakpoints.enabled", b.title()));
                  box.setOnAction(e -> model.change(b, x -> x.enabled(box.isSelected())));
                  return box;
                }));
    return column;
  }

  private TableColumn<Breakpoint, String> removeColumn() {
    TableColumn<Breakpoint, String> column = fixed("breakpoints.empty", b -> "", 40);
    column.setMaxWidth(40);
    column.setMinWidth(40);
    column.setCellFactory(
        c ->
            new RowCell(
                b -> {
                  Button remove = new Button(null, Icons.of("mdi2c-close"));
                  remove.getStyleClass().setAll("button", "status-button");
                  remove.setTooltip(new Tooltip(Text.of("breakpoints.remove")));
                  remove.setAccessibleText(Text.of("breakpoints.remove"));
                  remove.setOnAction(e -> model.remove(b));
                  return remove;
                }));
    return column;
  }

  /** A cell that holds a control for its row. */
  private static final class RowCell extends TableCell<Breakpoint, String> {
    private final Function<Breakpoint, Node> control;

    RowCell(Function<Breakpoint, Node> control) {
      this.control = control;
    }

    @Override
    protected void updateItem(String item, boolean empty) {
      super.updateItem(item, empty);
      Breakpoint row = empty ? null : getTableRow().getItem();
      setGraphic(row == null ? null : control.apply(row));
    }
  }
}
