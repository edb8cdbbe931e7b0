package dev.wasmscope.app.runconfig;

import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.text.Text;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A form over a {@link RunConfigurationModel}. */
public final class RunConfigurationView extends VBox {
  private static final int AREA_ROWS = 2;

  private final RunConfigurationModel model;
  private final VBox arguments = new VBox(6);
  private final Label problem = new Label();

  private RunConfigurationView(RunConfigurationModel model) {
    this.model = model;
  }

  /**
   * A form over {@code model}.
   *
   * @param title what is configured
   * @param save keeps the configuration and closes the form
   * @param cancel closes the form
   */
  public static RunConfigurationView of(
      RunConfigurationModel model, String title, Runnable save, Runnable cancel) {
    RunConfigurationView view = new RunConfigurationView(model);
    view.build(title, save, cancel);
    return view;
  }

  private void build(String title, Runnable save, Runnable cancel) {
    getStyleClass().add("form-sheet");
    setId("run-configuration-form");
    setMaxHeight(Region.USE_PREF_SIZE);
    Label heading = new Label(Text.of("run.title", title));
    heading.getStyleClass().add("form-title");
    model.arguments().addListener((ListChangeListener<StringProperty>) change -> fields());
    fields();
    CheckBox stop = new CheckBox(Text.of("run.stopAtEntry"));
    stop.selectedProperty().bindBidirectional(model.stopAtEntry());
    CheckBox stub = new CheckBox(Text.of("run.stubImports"));
    stub.setId("run-stub-imports");
    stub.selectedProperty().bindBidirectional(model.stubImports());
    problem.getStyleClass().add("form-problem");
    problem.setWrapText(true);
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    VBox fields =
        new VBox(
            12,
            labelled("run.entry", entries()),
            arguments,
            labelled("run.programArguments", field(model.programArguments())),
            labelled("run.directories", area(model.directories(), "run.directories.hint")),
            labelled("run.environment", area(model.environment(), "run.environment.hint")),
            labelled("run.stdin", area(model.stdin(), "run.stdin.hint")),
            labelled("run.links", area(model.links(), "run.links.hint")),
            stub,
            stop);
    ScrollPane scroller = new ScrollPane(fields);
    scroller.setFitToWidth(true);
    scroller.setMinHeight(0);
    scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroller.getStyleClass().add("form-scroll");
    setMinHeight(0);
    getChildren().addAll(heading, scroller, problem, buttons(save, cancel));
  }

  private Node entries() {
    ComboBox<EntryPoint.Choice> box = new ComboBox<>();
    box.setId("run-entry");
    box.getItems().setAll(model.choices());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(EntryPoint.Choice choice) {
            return choice == null ? "" : choice.export() + "   " + choice.signature();
          }

          @Override
          public EntryPoint.Choice fromString(String text) {
            return null;
          }
        });
    box.valueProperty().bindBidirectional(model.entry());
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  private void fields() {
    arguments.getChildren().clear();
    for (int i = 0; i < model.arguments().size(); i++) {
      arguments.getChildren().add(argument(i, model.arguments().get(i)));
    }
    arguments.setManaged(!model.arguments().isEmpty());
  }

  private Node argument(int index, StringProperty value) {
    TextField field = field(value);
    field.setId("run-argument-" + index);
    Label type = new Label(model.parameterType(index));
    type.getStyleClass().add("value-type");
    HBox row = new HBox(8, field, type);
    HBox.setHgrow(field, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    value.subscribe(
        text -> {
          field.getStyleClass().remove("refused");
          field.setTooltip(null);
          if (index < model.arguments().size() && value.equals(model.arguments().get(index))) {
            model
                .refusal(index, text)
                .ifPresent(
                    why -> {
                      field.getStyleClass().add("refused");
                      field.setTooltip(new Tooltip(why));
                    });
          }
        });
    return labelled("run.argument", row, index + 1, model.parameterName(index));
  }

  private static TextField field(StringProperty value) {
    TextField field = new TextField();
    field.getStyleClass().add("mono");
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private static TextArea area(StringProperty value, String hint) {
    TextArea area = new TextArea();
    area.getStyleClass().add("mono");
    area.setPrefRowCount(AREA_ROWS);
    area.setPromptText(Text.of(hint));
    area.textProperty().bindBidirectional(value);
    return area;
  }

  private static Node labelled(String key, Node field, Object... values) {
    Label label = new Label(Text.of(key, values));
    label.getStyleClass().add("form-label");
    label.setLabelFor(field);
    return new VBox(3, label, field);
  }

  private Node buttons(Runnable save, Runnable cancel) {
    Button keep = new Button(Text.of("run.save"));
    keep.setId("run-save");
    keep.setDefaultButton(true);
    keep.getStyleClass().add("accent");
    keep.setOnAction(
        e -> {
          problem.setText(model.problem().orElse(""));
          if (model.problem().isEmpty()) {
            save.run();
          }
        });
    Button drop = new Button(Text.of("dialog.cancel"));
    drop.setCancelButton(true);
    drop.setOnAction(e -> cancel.run());
    HBox row = new HBox(8, Icons.spring(), drop, keep);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
