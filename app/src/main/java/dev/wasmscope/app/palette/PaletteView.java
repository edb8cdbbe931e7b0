package dev.wasmscope.app.palette;

import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** The palette over the window: a field and what it offers. Hidden until opened. */
public final class PaletteView extends StackPane {
  private static final double ROW = 30;
  private static final double TOP = 46;
  private static final int MOST_ROWS = 13;

  private final PaletteModel model;
  private final TextField field = new TextField();
  private final ListView<PaletteModel.Hit> list = new ListView<>();
  private Runnable whenClosed = () -> {};

  private PaletteView(PaletteModel model) {
    this.model = model;
  }

  /** A view of {@code model}. */
  public static PaletteView of(PaletteModel model) {
    PaletteView view = new PaletteView(model);
    view.build();
    return view;
  }

  private void build() {
    getStyleClass().add("palette-veil");
    setVisible(false);
    field.setId("palette-field");
    field.textProperty().bindBidirectional(model.query());
    field.promptTextProperty().bind(model.prompt());
    list.setItems(model.hits());
    list.setId("palette-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new HitCell());
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(model.hits().size(), 1, MOST_ROWS) * ROW + 4, model.hits()));
    list.setOnMouseClicked(e -> accept());
    model.query().subscribe(text -> list.getSelectionModel().selectFirst());
    VBox box = new VBox(field, list);
    box.getStyleClass().add("palette");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    StackPane.setMargin(box, new Insets(TOP, 0, 0, 0));
    getChildren().add(box);
    setOnMousePressed(
        e -> {
          if (equals(e.getTarget())) {
            close();
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
  }

  private void keys(KeyEvent e) {
    switch (e.getCode()) {
      case ESCAPE -> close();
      case ENTER -> accept();
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-10);
      case PAGE_DOWN -> move(10);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void move(int rows) {
    int last = list.getItems().size() - 1;
    if (last >= 0) {
      int target = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + rows, 0, last);
      list.getSelectionModel().select(target);
      list.scrollTo(Math.max(0, target - 5));
    }
  }

  private void accept() {
    PaletteModel.Hit hit = list.getSelectionModel().getSelectedItem();
    if (hit != null && hit.item().enabled()) {
      close();
      hit.item().action().run();
    }
  }

  /** Opens the palette; {@code then} runs when it closes, to give the focus back. */
  public void open(Runnable then) {
    whenClosed = then;
    setVisible(true);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    field.requestFocus();
  }

  /** Closes the palette. */
  public void close() {
    setVisible(false);
    whenClosed.run();
  }

  private static final class HitCell extends ListCell<PaletteModel.Hit> {
    @Override
    protected void updateItem(PaletteModel.Hit hit, boolean empty) {
      super.updateItem(hit, empty);
      if (empty || hit == null) {
        setGraphic(null);
        return;
      }
      PaletteItem item = hit.item();
      Label group = new Label(item.group());
      group.getStyleClass().add("palette-group");
      HBox row = new HBox(icon(item), title(hit), group, Icons.spring());
      row.getStyleClass().add("palette-row");
      if (!item.key().isEmpty()) {
        Label key = new Label(item.key());
        key.getStyleClass().add("key-cap");
        row.getChildren().add(key);
      }
      row.setOpacity(item.enabled() ? 1 : 0.45);
      setGraphic(row);
    }

    private static Region icon(PaletteItem item) {
      StackPane box = new StackPane();
      box.setMinWidth(20);
      if (!item.icon().isEmpty()) {
        box.getChildren().add(Icons.of(item.icon()));
      }
      return box;
    }

    private static TextFlow title(PaletteModel.Hit hit) {
      TextFlow flow = new TextFlow();
      flow.setMaxWidth(USE_PREF_SIZE);
      flow.setMaxHeight(USE_PREF_SIZE);
      String title = hit.item().title();
      StringBuilder run = new StringBuilder();
      boolean inHit = false;
      for (int i = 0; i <= title.length(); i++) {
        boolean isHit = i < title.length() && hit.match().positions().contains(i);
        if (i == title.length() || isHit != inHit) {
          if (!run.isEmpty()) {
            javafx.scene.text.Text part = new javafx.scene.text.Text(run.toString());
            part.getStyleClass().add("palette-title");
            if (inHit) {
              part.getStyleClass().add("hit");
            }
            flow.getChildren().add(part);
          }
          run.setLength(0);
          inHit = isHit;
        }
        if (i < title.length()) {
          run.append(title.charAt(i));
        }
      }
      flow.setAccessibleText(Text.of("palette.item", title));
      return flow;
    }
  }
}
