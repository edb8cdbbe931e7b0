package dev.wasmscope.app.problems;

import dev.wasmscope.app.analysis.Fix;
import dev.wasmscope.app.control.EmptyState;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The problems panel's view. */
public final class ProblemsView extends StackPane {
  private static final double ROW = 26;

  private ProblemsView() {}

  /** A view of {@code model}. */
  public static ProblemsView of(ProblemsModel model) {
    ProblemsView view = new ProblemsView();
    view.build(model);
    return view;
  }

  private void build(ProblemsModel model) {
    ListView<ProblemsModel.Row> list = new ListView<>(model.rows());
    list.setId("problems");
    list.setFixedCellSize(ROW);
    list.setAccessibleText(Text.of("panel.problems"));
    list.setPlaceholder(
        EmptyState.of(
            "mdi2c-check-circle-outline", Text.of("problems.none"), Text.of("problems.none.hint")));
    list.setCellFactory(view -> new RowCell(model));
    Runnable open =
        () -> {
          ProblemsModel.Row row = list.getSelectionModel().getSelectedItem();
          if (row != null) {
            model.open(row);
          }
        };
    list.setOnMouseClicked(e -> open.run());
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            open.run();
          }
        });
    getChildren().add(list);
  }

  private static final class RowCell extends ListCell<ProblemsModel.Row> {
    private final ProblemsModel model;

    RowCell(ProblemsModel model) {
      this.model = model;
    }

    @Override
    protected void updateItem(ProblemsModel.Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      boolean error = row.problem().error();
      Label message = new Label(row.problem().message());
      Label remedy = new Label(row.problem().remedy());
      remedy.getStyleClass().add("problem-remedy");
      Label place =
          new Label(
              Text.of(
                  "problems.place",
                  row.document().name().get(),
                  row.problem().line() + 1,
                  row.problem().column() + 1));
      place.getStyleClass().add("problem-place");
      HBox box =
          new HBox(
              8,
              Icons.of(
                  error ? "mdi2c-close-circle" : "mdi2a-alert",
                  error ? "problem-error" : "problem-warning"),
              message);
      row.problem()
          .fix()
          .ifPresentOrElse(
              fix -> box.getChildren().add(fixLink(row, fix)), () -> box.getChildren().add(remedy));
      box.getChildren().add(place);
      box.setAlignment(Pos.CENTER_LEFT);
      setGraphic(box);
    }

    private Hyperlink fixLink(ProblemsModel.Row row, Fix fix) {
      Hyperlink link = new Hyperlink(fix.title(), Icons.of("mdi2l-lightbulb-on-outline"));
      link.getStyleClass().add("problem-fix");
      link.setMnemonicParsing(false);
      link.setMinWidth(USE_PREF_SIZE);
      link.setOnAction(e -> model.fix(row));
      return link;
    }
  }
}
