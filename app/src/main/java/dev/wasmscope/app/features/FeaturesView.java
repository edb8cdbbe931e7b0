package dev.wasmscope.app.features;

import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Standard;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A form over a {@link FeaturesModel}: the features by the standard they came with. */
public final class FeaturesView extends VBox {
  private static final int COLUMNS = 2;
  private static final double COLUMN_WIDTH = 262;

  private FeaturesView() {}

  /**
   * A form over {@code model}.
   *
   * @param title the file whose features they are
   * @param save keeps what was chosen and closes the form
   * @param cancel closes the form
   */
  public static FeaturesView of(FeaturesModel model, String title, Runnable save, Runnable cancel) {
    FeaturesView view = new FeaturesView();
    view.build(model, title, save, cancel);
    return view;
  }

  private void build(FeaturesModel model, String title, Runnable save, Runnable cancel) {
    getStyleClass().add("form-sheet");
    setId("features-form");
    setMaxHeight(Region.USE_PREF_SIZE);
    Label heading = new Label(Text.of("features.title", title));
    heading.getStyleClass().add("form-title");
    getChildren().add(heading);
    for (Standard standard : Standard.values()) {
      List<Feature> features = FeaturesModel.of(standard);
      if (!features.isEmpty()) {
        getChildren().add(group(model, standard, features));
      }
    }
    getChildren().add(buttons(model, save, cancel));
  }

  private static Node group(FeaturesModel model, Standard standard, List<Feature> features) {
    Label title =
        new Label(
            standard == Standard.PROPOSAL
                ? Text.of("features.proposals")
                : Text.of("features.of", standard.title()));
    title.getStyleClass().add("form-label");
    GridPane grid = new GridPane(8, 4);
    for (int i = 0; i < features.size(); i++) {
      Node box = box(model, features.get(i));
      grid.add(box, i % COLUMNS, i / COLUMNS);
    }
    return new VBox(4, title, grid);
  }

  private static Node box(FeaturesModel model, Feature feature) {
    CheckBox box = new CheckBox(feature.id());
    box.setId("feature-" + feature.id());
    box.selectedProperty().bindBidirectional(model.chosen(feature));
    Label needed = new Label(model.need(feature).map(n -> Text.of("features.needed")).orElse(""));
    needed.getStyleClass().add("feature-needed");
    HBox row = new HBox(6, box, needed);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(COLUMN_WIDTH);
    return row;
  }

  private static Node buttons(FeaturesModel model, Runnable save, Runnable cancel) {
    Button reset = new Button(Text.of("features.reset"));
    reset.setOnAction(e -> model.reset());
    Button keep = new Button(Text.of("run.save"));
    keep.setId("features-save");
    keep.setDefaultButton(true);
    keep.getStyleClass().add("accent");
    keep.setOnAction(e -> save.run());
    Button drop = new Button(Text.of("dialog.cancel"));
    drop.setCancelButton(true);
    drop.setOnAction(e -> cancel.run());
    HBox row = new HBox(8, reset, Icons.spring(), drop, keep);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
