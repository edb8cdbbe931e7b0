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

/** The frames of a halted program; selecting one shows its place and values. */
final class CallStackView extends StackPane {
  private static final double ROW = 25;
  private static final int MOST_ROWS = 9;
  private static final double ICON = 18;

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

    FrameCell(FramePlaces places) {
      this.places = places;
    }

    @Override
    protected void updateItem(Frame frame, boolean empty) {
      super.updateItem(frame, empty);
      if (empty || frame == null) {
        setGraphic(null);
        return;
      }
      Label name = new Label(frame.function());
      name.getStyleClass().add("frame-name");
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      Label place = new Label(places.of(frame));
      place.getStyleClass().add("frame-place");
      place.setMinWidth(USE_PREF_SIZE);
      boolean innermost = getIndex() == 0;
      StackPane icon =
          new StackPane(
              Icons.of(
                  innermost ? "mdi2a-arrow-right-bold" : "mdi2c-circle-small",
                  innermost ? "frame-icon" : "frame-icon-caller"));
      icon.setMinWidth(ICON);
      HBox row = new HBox(4, icon, name, place);
      row.setAlignment(Pos.CENTER_LEFT);
      row.prefWidthProperty().bind(widthProperty().subtract(18));
      setGraphic(row);
    }
  }
}
