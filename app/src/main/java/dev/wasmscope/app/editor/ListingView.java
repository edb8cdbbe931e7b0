package dev.wasmscope.app.editor;

import dev.wasmscope.app.analysis.StyledToken;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.CodeArea;

/**
 * Shows a text of any size to be read: a million lines scroll as smoothly as ten, since only the
 * lines in view exist. With gutter, execution line and search, without editing.
 */
public final class ListingView extends BorderPane implements SourceView {
  private static final PseudoClass STANDS = PseudoClass.getPseudoClass("stands");
  private static final int LONGEST_LINE = 2_000;
  private static final double ROW_PER_POINT = 1.6;

  private final EditorModel model;
  private final Function<String, List<StyledToken>> highlight;
  private final String text;
  private final TextLines lines;
  private final ListView<String> list;
  private final VBox banners = new VBox();
  private final HBox findBar = new HBox();
  private final TextField what = new TextField();
  private final Gutter gutter;

  private ListingView(EditorModel model, Function<String, List<StyledToken>> highlight) {
    this.model = model;
    this.highlight = highlight;
    this.text = model.document().text().get();
    this.lines = TextLines.of(text);
    this.list = new ListView<>(FXCollections.observableList(lines));
    this.gutter = new Gutter(model, lines::size);
  }

  /**
   * A view of {@code model}.
   *
   * @param highlight gives the tokens of one line their colours
   */
  public static ListingView of(EditorModel model, Function<String, List<StyledToken>> highlight) {
    ListingView view = new ListingView(model, highlight);
    view.build();
    return view;
  }

  private void build() {
    getStyleClass().addAll("editor", "listing");
    list.setId("listing");
    list.setCellFactory(view -> new LineCell());
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> model.caretLine().set(Math.max(0, index.intValue())));
    model.marks().addListener((MapChangeListener<Integer, GutterMark>) c -> list.refresh());
    model.execution().subscribe(this::follow);
    what.setPromptText(Text.of("find.what"));
    what.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            findNext();
          } else if (e.getCode() == KeyCode.ESCAPE) {
            setBottom(null);
          }
        });
    findBar.getChildren().setAll(Icons.of("mdi2m-magnify"), what);
    findBar.getStyleClass().add("find-bar");
    setTop(banners);
    setCenter(list);
  }

  private void follow(Execution now) {
    list.refresh();
    if (now != null) {
      list.getSelectionModel().clearAndSelect(now.line());
      list.scrollTo(Math.max(0, now.line() - 8));
    }
  }

  private void findNext() {
    if (what.getText().isEmpty()) {
      return;
    }
    int from = Math.min(list.getSelectionModel().getSelectedIndex() + 1, lines.size() - 1);
    int at = text.indexOf(what.getText(), lines.start(Math.max(0, from)));
    int found = at >= 0 ? at : text.indexOf(what.getText());
    if (found >= 0) {
      goTo(lines.lineOf(found), 0);
    }
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void goTo(int line, int column) {
    int target = Math.clamp(line, 0, lines.size() - 1);
    list.getSelectionModel().clearAndSelect(target);
    list.scrollTo(Math.max(0, target - 8));
  }

  @Override
  public void setBanner(Node banner) {
    banners.getChildren().setAll(banner == null ? List.of() : List.of(banner));
  }

  @Override
  public void setFontSize(double size) {
    list.setFixedCellSize(Math.rint(size * ROW_PER_POINT));
    list.setStyle("-fx-font-size: " + size + "px;");
  }

  @Override
  public void focusText() {
    list.requestFocus();
  }

  @Override
  public Optional<CodeArea> editing() {
    return Optional.empty();
  }

  @Override
  public void showFind(boolean replace) {
    setBottom(findBar);
    what.requestFocus();
  }

  @Override
  public void toggleComment() {
    // A listing is only read.
  }

  /** A line: gutter and coloured text. */
  private final class LineCell extends ListCell<String> {
    @Override
    protected void updateItem(String line, boolean empty) {
      super.updateItem(line, empty);
      Execution execution = model.execution().get();
      pseudoClassStateChanged(
          STANDS, !empty && execution != null && execution.line() == getIndex());
      setGraphic(empty || line == null ? null : row(getIndex(), line));
    }

    private Node row(int index, String line) {
      String shown = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
      TextFlow flow = new TextFlow();
      int at = 0;
      for (StyledToken token : highlight.apply(shown)) {
        add(flow, shown.substring(at, token.start()), "");
        add(flow, shown.substring(token.start(), token.end()), token.style());
        at = token.end();
      }
      add(flow, shown.substring(at), "");
      Label clip = new Label(null, flow);
      clip.setMinWidth(USE_PREF_SIZE);
      return new HBox(gutter.apply(index), clip);
    }

    private static void add(TextFlow flow, String part, String style) {
      if (!part.isEmpty()) {
        javafx.scene.text.Text piece = new javafx.scene.text.Text(part);
        piece.getStyleClass().add("text");
        if (!style.isEmpty()) {
          piece.getStyleClass().add(style);
        }
        flow.getChildren().add(piece);
      }
    }
  }
}
