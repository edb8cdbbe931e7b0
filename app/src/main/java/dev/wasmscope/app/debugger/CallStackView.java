package dev.wasmscope.app.debugger;

import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.session.Frame;
import dev.wasmscope.app.text.Text;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frames of a halted program; selecting one shows its place and values. */
final class CallStackView extends StackPane {
  private static final double ROW = 25;
  private static final int MOST_ROWS = 9;
  private static final double ICON = 18;
  private static final double PADDING = 18;

  private CallStackView() {}

  static CallStackView of(InspectModel model, FramePlaces places) {
    CallStackView view = new CallStackView();
    view.build(model, places);
    return view;
  }

  private void build(InspectModel model, FramePlaces places) {
    ListView<Frame> list = new ListView<>(model.frames());
    list.setId("call-stack");
    list.setFixedCellSize(ROW);
    list.setAccessibleText(Text.of("inspect.callStack"));
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(model.frames().size(), MOST_ROWS) * ROW + 2, model.frames()));
    list.minHeightProperty().bind(list.prefHeightProperty());
    list.setCellFactory(view -> new FrameCell(places));
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            index -> {
              if (index.intValue() >= 0) {
                model.selectedFrame().set(index.intValue());
              }
            });
    model
        .selectedFrame()
        .subscribe(index -> list.getSelectionModel().clearAndSelect(index.intValue()));
    Bindings.isEmpty(model.frames())
        .subscribe(
            empty -> {
              if (!empty) {
                list.getSelectionModel().clearAndSelect(model.selectedFrame().get());
              }
            });
    getChildren().add(list);
  }

  private static final class FrameCell extends ListCell<Frame> {
    private final FramePlaces places;
    private final Label name = new Label();
    private final Label place = new Label();
    private final FontIcon arrow = Icons.of("mdi2c-circle-small");
    private final StackPane icon = new StackPane(arrow);
    private final HBox row = new HBox(4, icon, name, place);

    FrameCell(FramePlaces places) {
      this.places = places;
      name.getStyleClass().add("frame-name");
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      place.getStyleClass().add("frame-place");
      place.setMinWidth(USE_PREF_SIZE);
      icon.setMinWidth(ICON);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Frame frame, boolean empty) {
      super.updateItem(frame, empty);
      if (empty || frame == null) {
        setGraphic(null);
        return;
      }
      boolean innermost = getIndex() == 0;
      name.setText(frame.function());
      place.setText(places.of(frame));
      arrow.setIconLiteral(innermost ? "mdi2a-arrow-right-bold" : "mdi2c-circle-small");
      arrow.getStyleClass().removeAll("frame-icon");
      if (innermost) {
        arrow.getStyleClass().add("frame-icon");
      }
      if (!row.prefWidthProperty().isBound()) {
        row.prefWidthProperty().bind(widthProperty().subtract(PADDING));
      }
      setGraphic(row);
    }
  }
}
