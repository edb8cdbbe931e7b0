package dev.wasmscope.app.memory;

import dev.wasmscope.app.control.EmptyState;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The memory panel: tools, hexadecimal rows, and the value at the cursor in every type. */
public final class MemoryView extends StackPane {
  private static final int ROWS_OF_VALUES = 5;
  private static final double VALUE_WIDTH = 150;

  private final MemoryModel model;
  private final GridPane readings = new GridPane();
  private final Label where = new Label();
  private final Label changed = new Label();
  private final Label size = new Label();
  private final ChoiceBox<Integer> chooser = new ChoiceBox<>();

  private MemoryView(MemoryModel model) {
    this.model = model;
  }

  /** A view of {@code model}. */
  public static MemoryView of(MemoryModel model, ObservableBooleanValue dark) {
    MemoryView view = new MemoryView(model);
    view.build(dark);
    return view;
  }

  private void build(ObservableBooleanValue dark) {
    Node typed = typed();
    HBox.setHgrow(typed, Priority.ALWAYS);
    BorderPane content = new BorderPane(new HBox(HexCanvas.of(model, dark), typed));
    content.setTop(tools());
    Node empty =
        EmptyState.of("mdi2m-memory", Text.of("memory.empty"), Text.of("memory.empty.hint"));
    empty.visibleProperty().bind(model.size().isEqualTo(0));
    content.visibleProperty().bind(empty.visibleProperty().not());
    getChildren().addAll(content, empty);
    model.revision().subscribe(revision -> tell());
    model.cursor().subscribe(at -> tell());
  }

  private HBox tools() {
    TextField address = new TextField();
    address.setId("memory-address");
    address.setPromptText(Text.of("memory.goTo"));
    address.setPrefColumnCount(16);
    address.setOnAction(
        e -> {
          Optional<String> refused = model.goTo(address.getText());
          address.getStyleClass().remove("refused");
          refused.ifPresent(why -> address.getStyleClass().add("refused"));
          address.setTooltip(
              refused.map(why -> new Tooltip(Text.of("memory.goTo." + why))).orElse(null));
        });
    Button next = new Button(null, Icons.of("mdi2s-skip-next-outline"));
    next.getStyleClass().setAll("button", "tool", "small");
    next.setTooltip(new Tooltip(Text.of("memory.nextChange")));
    next.setAccessibleText(Text.of("memory.nextChange"));
    next.setOnAction(e -> model.goToNextChange());
    chooser.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer index) {
            return index == null ? "" : Text.of("memory.name", index);
          }

          @Override
          public Integer fromString(String text) {
            return null;
          }
        });
    chooser
        .valueProperty()
        .subscribe(
            index -> {
              if (index != null) {
                model.memory().set(index);
              }
            });
    chooser.managedProperty().bind(chooser.visibleProperty());
    HBox tools = new HBox(chooser, address, next, changed, Icons.spring(), size);
    tools.getStyleClass().add("panel-tools");
    tools.setSpacing(8);
    return tools;
  }

  private Node typed() {
    readings.setHgap(14);
    readings.setVgap(2);
    where.getStyleClass().add("typed-title");
    VBox box = new VBox(6, where, readings);
    box.setPadding(new Insets(4, 16, 8, 16));
    box.getStyleClass().add("typed-values");
    return box;
  }

  private void tell() {
    int memories = model.count();
    if (chooser.getItems().size() != memories) {
      chooser.getItems().setAll(IntStream.range(0, memories).boxed().toList());
      chooser.setValue(memories == 0 ? null : model.memory().get());
    }
    chooser.setVisible(memories > 1);
    size.setText(
        Text.of("memory.size", model.size().get() >> 16, String.format("%,d", model.size().get())));
    long different = model.changedBytes();
    changed.setText(different == 0 ? "" : Text.of("memory.changed", different));
    where.setText(String.format("0x%08x", model.cursor().get()));
    readings.getChildren().clear();
    int count = 0;
    for (TypedValues.Reading reading : model.readings()) {
      Label type = new Label(reading.type());
      type.getStyleClass().add("value-type");
      type.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(reading.value());
      value.getStyleClass().add("value-value");
      value.setMinWidth(VALUE_WIDTH);
      int column = count / ROWS_OF_VALUES * 2;
      readings.add(type, column, count % ROWS_OF_VALUES);
      readings.add(value, column + 1, count % ROWS_OF_VALUES);
      count++;
    }
  }
}
