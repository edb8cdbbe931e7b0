package dev.wasmscope.app.welcome;

import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.samples.Sample;
import dev.wasmscope.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The welcome page. */
public final class WelcomeView extends StackPane {
  private static final double WIDTH = 1080;
  private static final double LEFT = 250;
  private static final int MOST_RECENT = 6;

  private final WelcomeModel model;

  private WelcomeView(WelcomeModel model) {
    this.model = model;
  }

  /**
   * A view of {@code model}.
   *
   * @param starters buttons that begin something, such as opening a file
   */
  public static WelcomeView of(WelcomeModel model, List<Button> starters) {
    WelcomeView view = new WelcomeView(model);
    view.build(starters);
    return view;
  }

  private void build(List<Button> starters) {
    Label brand = new Label(Text.of("app.name"));
    brand.getStyleClass().add("welcome-brand");
    Label tagline = new Label(Text.of("app.tagline"));
    tagline.getStyleClass().add("welcome-tagline");
    HBox columns = new HBox(48, left(starters), right());
    VBox page = new VBox(6, brand, tagline, columns);
    VBox.setMargin(columns, new Insets(26, 0, 0, 0));
    page.setMaxWidth(WIDTH);
    StackPane centre = new StackPane(page);
    centre.getStyleClass().add("welcome");
    StackPane.setAlignment(page, Pos.TOP_CENTER);
    ScrollPane scroller = new ScrollPane(centre);
    scroller.setFitToWidth(true);
    scroller.setFitToHeight(true);
    scroller.getStyleClass().add("welcome-scroll");
    getChildren().add(scroller);
  }

  private Node left(List<Button> starters) {
    VBox start = new VBox(2, heading("welcome.start"));
    start.getChildren().addAll(starters);
    VBox files = new VBox(2);
    model.recent().addListener((ListChangeListener<Path>) change -> fill(files));
    fill(files);
    VBox column = new VBox(26, start, new VBox(2, heading("welcome.recent"), files));
    column.setMinWidth(LEFT);
    column.setPrefWidth(LEFT);
    return column;
  }

  private void fill(VBox files) {
    files.getChildren().clear();
    for (Path path : model.recent().stream().limit(MOST_RECENT).toList()) {
      Button link = new Button(path.getFileName().toString(), Icons.of("mdi2f-file-outline"));
      link.getStyleClass().setAll("button", "welcome-link");
      link.setTooltip(new Tooltip(path.toString()));
      link.setOnAction(e -> model.open(path));
      Label folder = new Label(String.valueOf(path.getParent()));
      folder.getStyleClass().add("frame-place");
      folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
      folder.setMinWidth(0);
      HBox row = new HBox(4, link, folder);
      row.setAlignment(Pos.CENTER_LEFT);
      files.getChildren().add(row);
    }
    if (files.getChildren().isEmpty()) {
      Label none = new Label(Text.of("welcome.recent.none"));
      none.getStyleClass().add("muted");
      files.getChildren().add(none);
    }
  }

  private Node right() {
    VBox column = new VBox(10, heading("welcome.samples"), grid(model.runnable()));
    if (!model.readable().isEmpty()) {
      Label more = heading("welcome.more");
      VBox.setMargin(more, new Insets(16, 0, 0, 0));
      column.getChildren().addAll(more, grid(model.readable()));
    }
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private static Label heading(String key) {
    Label label = new Label(Text.of(key));
    label.getStyleClass().add("welcome-heading");
    return label;
  }

  private Node grid(List<Sample> samples) {
    GridPane grid = new GridPane();
    grid.setHgap(12);
    grid.setVgap(12);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    for (int i = 0; i < samples.size(); i++) {
      grid.add(card(samples.get(i)), i % 2, i / 2);
    }
    return grid;
  }

  private Node card(Sample sample) {
    Label title = new Label(sample.title());
    title.getStyleClass().add("sample-title");
    HBox head =
        new HBox(8, title, chip(Text.of("kind." + sample.kind().name().toLowerCase(Locale.ROOT))));
    head.setAlignment(Pos.CENTER_LEFT);
    sample.features().forEach(f -> head.getChildren().add(chip(f)));
    Label text = new Label(sample.description());
    text.getStyleClass().add("sample-text");
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox actions =
        new HBox(
            2, action(sample, "welcome.open", "mdi2f-file-eye-outline", WelcomeModel.Action.OPEN));
    if (sample.features().isEmpty()) {
      actions
          .getChildren()
          .addAll(
              action(sample, "welcome.run", "mdi2p-play", WelcomeModel.Action.RUN),
              action(sample, "welcome.debug", "mdi2b-bug-outline", WelcomeModel.Action.DEBUG));
    }
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    VBox card = new VBox(head, text, gap, actions);
    card.getStyleClass().add("sample-card");
    card.setMaxHeight(Double.MAX_VALUE);
    Tooltip.install(card, new Tooltip(sample.lookAt()));
    return card;
  }

  private static Label chip(String text) {
    Label chip = new Label(text);
    chip.getStyleClass().add("chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  private Button action(Sample sample, String key, String icon, WelcomeModel.Action action) {
    Button button = new Button(Text.of(key), Icons.of(icon));
    button.getStyleClass().setAll("button", "link-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setId("sample-" + sample.name() + "-" + action.name().toLowerCase(Locale.ROOT));
    button.setAccessibleText(Text.of(key) + " " + sample.title());
    button.setOnAction(e -> model.start(sample, action));
    return button;
  }
}
