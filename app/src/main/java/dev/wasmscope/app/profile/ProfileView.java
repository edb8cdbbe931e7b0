package dev.wasmscope.app.profile;

import dev.wasmscope.app.control.EmptyState;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.profile.view.FlameBox;
import dev.wasmscope.profile.view.FunctionWeight;
import dev.wasmscope.profile.view.Orientation;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The profile page. */
public final class ProfileView extends BorderPane {
  private static final double GRAPH = 0.7;
  private static final double ROW = 25;

  private final ProfileModel model;

  private ProfileView(ProfileModel model) {
    this.model = model;
  }

  /**
   * A view of {@code model}.
   *
   * @param tools buttons at the right, such as export
   */
  public static ProfileView of(
      ProfileModel model, ObservableBooleanValue dark, List<? extends Node> tools) {
    ProfileView view = new ProfileView(model);
    view.build(dark, tools);
    return view;
  }

  private void build(ObservableBooleanValue dark, List<? extends Node> tools) {
    getStyleClass().add("profile-page");
    setTop(bar(tools));
    if (model.isEmpty()) {
      setCenter(
          EmptyState.of(
              "mdi2t-timer-sand-empty", Text.of("profile.empty"), Text.of("profile.empty.hint")));
      return;
    }
    FlameCanvas flame = FlameCanvas.of(model, dark);
    SplitPane split = new SplitPane(flame, table());
    split.setDividerPositions(GRAPH);
    setCenter(split);
    setBottom(details());
  }

  private HBox bar(List<? extends Node> tools) {
    Label summary = new Label(model.summary());
    summary.getStyleClass().add("profile-summary");
    TextField search = new TextField();
    search.setId("profile-search");
    search.setPromptText(Text.of("profile.search"));
    search.textProperty().bindBidirectional(model.query());
    Label found = new Label();
    found.textProperty().bind(Bindings.createStringBinding(model::found, model.search()));
    found.setMinWidth(Region.USE_PREF_SIZE);
    HBox bar =
        new HBox(
            summary,
            Icons.spring(),
            choice(
                toggle("profile.flame", true, () -> model.orientation().set(Orientation.FLAME)),
                toggle("profile.icicle", false, () -> model.orientation().set(Orientation.ICICLE))),
            choice(
                toggle("profile.leftHeavy", true, () -> model.timeOrder().set(false)),
                toggle("profile.timeOrder", false, () -> model.timeOrder().set(true))),
            search,
            found);
    bar.getChildren().addAll(tools);
    bar.getStyleClass().addAll("panel-tools", "profile-bar");
    return bar;
  }

  private static ToggleButton toggle(String key, boolean on, Runnable chosen) {
    ToggleButton button = new ToggleButton(Text.of(key));
    button.setSelected(on);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        e -> {
          button.setSelected(true);
          chosen.run();
        });
    return button;
  }

  private static HBox choice(ToggleButton left, ToggleButton right) {
    ToggleGroup group = new ToggleGroup();
    left.setToggleGroup(group);
    right.setToggleGroup(group);
    left.getStyleClass().addAll("segment", "left-pill");
    right.getStyleClass().addAll("segment", "right-pill");
    HBox box = new HBox(left, right);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  private Node details() {
    Label text = new Label(Text.of("profile.hint"));
    Button open = new Button(Text.of("profile.goTo"), Icons.of("mdi2a-arrow-top-right"));
    open.getStyleClass().setAll("button", "link-button");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setOnAction(
        e -> {
          FlameBox box = model.selected().get();
          if (box != null) {
            model.goTo(box.function());
          }
        });
    model
        .selected()
        .subscribe(
            box -> {
              text.setText(box == null ? Text.of("profile.hint") : model.describe(box));
              open.setVisible(box != null);
            });
    HBox bar = new HBox(8, text, Icons.spring(), open);
    bar.getStyleClass().addAll("panel-tools", "profile-details");
    return bar;
  }

  private Node table() {
    TableView<FunctionWeight> table =
        new TableView<>(FXCollections.observableArrayList(model.functions()));
    table.setId("profile-functions");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    TableColumn<FunctionWeight, String> name = new TableColumn<>(Text.of("profile.function"));
    name.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(model.name(row.getValue().function())));
    name.getStyleClass().add("code-column");
    name.setPrefWidth(210);
    table.getColumns().add(name);
    table.getColumns().add(weight("profile.self", FunctionWeight::self));
    table.getColumns().add(weight("profile.total", FunctionWeight::total));
    table.setOnMouseClicked(
        e -> {
          FunctionWeight chosen = table.getSelectionModel().getSelectedItem();
          if (chosen != null) {
            if (e.getClickCount() == 2 || e.isShortcutDown()) {
              model.goTo(chosen.function());
            } else {
              model.query().set(model.function(chosen.function()).name());
            }
          }
        });
    StackPane side = new StackPane(table);
    side.getStyleClass().add("side-bar");
    return side;
  }

  private TableColumn<FunctionWeight, Number> weight(
      String key, ToLongFunction<FunctionWeight> weight) {
    TableColumn<FunctionWeight, Number> column = new TableColumn<>(Text.of(key));
    column.setCellValueFactory(row -> new ReadOnlyLongWrapper(weight.applyAsLong(row.getValue())));
    column.setCellFactory(c -> new BarCell(model));
    column.setPrefWidth(92);
    return column;
  }

  /** A share of the whole with a bar behind it. */
  private static final class BarCell extends TableCell<FunctionWeight, Number> {
    private final ProfileModel model;
    private final Region bar = new Region();
    private final Label label = new Label();
    private final StackPane stack = new StackPane(bar, label);

    BarCell(ProfileModel model) {
      this.model = model;
      bar.getStyleClass().add("share-bar");
      label.getStyleClass().add("share-label");
      StackPane.setAlignment(bar, Pos.CENTER_LEFT);
      StackPane.setAlignment(label, Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(Number weight, boolean empty) {
      super.updateItem(weight, empty);
      if (empty || weight == null) {
        setGraphic(null);
        return;
      }
      label.setText(model.share(weight.longValue()));
      double width = Math.max(0, getTableColumn().getWidth() - 18);
      bar.setMaxWidth(width * model.fraction(weight.longValue()));
      bar.setMinWidth(bar.getMaxWidth());
      setGraphic(stack);
    }
  }
}
