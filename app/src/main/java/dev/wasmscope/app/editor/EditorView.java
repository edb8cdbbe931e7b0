package dev.wasmscope.app.editor;

import dev.wasmscope.app.analysis.StyledToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** The source editor of one document. */
public final class EditorView extends BorderPane implements SourceView {
  private final EditorModel model;
  private final CodeArea area = new CodeArea();
  private final VBox banners = new VBox();
  private final NotesOverlay notes;
  private final FindBar find;
  private List<StyledToken> extra = List.of();
  private boolean updatingText;
  private boolean stylingSoon;

  private EditorView(EditorModel model) {
    this.model = model;
    this.notes = new NotesOverlay(area, model);
    this.find = new FindBar(area, this::showFinds);
  }

  /** A view of {@code model}. */
  public static EditorView of(EditorModel model) {
    EditorView view = new EditorView(model);
    view.build();
    return view;
  }

  private void build() {
    getStyleClass().add("editor");
    area.setId("source");
    area.setEditable(model.document().isEditable());
    area.setWrapText(false);
    area.replaceText(model.document().text().get());
    area.getUndoManager().forgetHistory();
    area.moveTo(0);
    area.showParagraphAtTop(0);
    area.setParagraphGraphicFactory(new Gutter(model, () -> area.getParagraphs().size()));
    listenToArea();
    listenToModel();
    Editing.install(area);
    Hovering.install(area, model);
    StackPane.setAlignment(find, Pos.TOP_RIGHT);
    VirtualizedScrollPane<CodeArea> scroller = new VirtualizedScrollPane<>(area);
    StackPane stack = new StackPane(scroller, notes, find);
    setTop(banners);
    setCenter(stack);
  }

  private void listenToArea() {
    area.textProperty()
        .subscribe(
            text -> {
              updatingText = true;
              model.document().text().set(text);
              updatingText = false;
            });
    area.caretPositionProperty()
        .subscribe(
            at -> {
              model.caretLine().set(area.getCurrentParagraph());
              model.caretColumn().set(area.getCaretColumn());
            });
    area.getVisibleParagraphs().addModificationObserver(change -> styleSoon());
  }

  /** Styles the visible lines after the layout that made them visible; never within it. */
  private void styleSoon() {
    if (!stylingSoon) {
      stylingSoon = true;
      Platform.runLater(
          () -> {
            stylingSoon = false;
            restyle();
          });
    }
  }

  private void listenToModel() {
    model
        .document()
        .text()
        .subscribe(
            text -> {
              if (!updatingText && !text.equals(area.getText())) {
                area.replaceText(text);
              }
            });
    model.tokens().subscribe(tokens -> restyle());
    model.problems().subscribe(problems -> restyle());
    model.execution().subscribe((before, now) -> moveArrow(before, now));
    model
        .marks()
        .addListener(
            (javafx.collections.MapChangeListener<Integer, GutterMark>)
                change -> redrawGutter(change.getKey()));
  }

  private void moveArrow(Execution before, Execution now) {
    if (before != null) {
      redrawLine(before.line());
    }
    if (now != null && now.line() < area.getParagraphs().size()) {
      redrawLine(now.line());
      moveCaret(now.line(), now.start() - area.getAbsolutePosition(now.line(), 0));
    }
  }

  private void moveCaret(int line, int column) {
    area.moveTo(line, Math.clamp(column, 0, area.getParagraphLength(line)));
    reveal(line);
  }

  private void redrawLine(int line) {
    redrawGutter(line);
    style(line);
  }

  /** Only lines in view have a gutter; asking for another's would make one outside the layout. */
  private void redrawGutter(int line) {
    if (isInView(line)) {
      area.recreateParagraphGraphic(line);
    }
  }

  private boolean isInView(int line) {
    return line >= 0
        && line < area.getParagraphs().size()
        && area.allParToVisibleParIndex(line).isPresent();
  }

  private boolean isComfortable(int line) {
    return area.allParToVisibleParIndex(line)
        .filter(i -> i > 0 && i < area.getVisibleParagraphs().size() - 2)
        .isPresent();
  }

  /** Scrolls so that {@code line}, from 0, is seen with some lines around it. */
  public void reveal(int line) {
    if (line >= 0 && line < area.getParagraphs().size() && !isComfortable(line)) {
      area.showParagraphAtCenter(line);
    }
  }

  @Override
  public void goTo(int line, int column) {
    moveCaret(Math.clamp(line, 0, area.getParagraphs().size() - 1), column);
    area.requestFocus();
  }

  private void restyle() {
    for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
      style(area.visibleParToAllParIndex(i));
    }
  }

  private void style(int line) {
    if (line < 0 || line >= area.getParagraphs().size() || area.getParagraphLength(line) == 0) {
      return;
    }
    int start = area.getAbsolutePosition(line, 0);
    int end = start + area.getParagraphLength(line);
    Execution execution = model.execution().get();
    Execution here = execution != null && execution.line() == line ? execution : null;
    area.setStyleSpans(
        line, 0, Styling.of(start, end, model.tokens().get(), model.problems().get(), here, extra));
  }

  private void showFinds(List<StyledToken> hits) {
    extra = new ArrayList<>(hits);
    restyle();
  }

  @Override
  public void showFind(boolean replace) {
    find.open(replace);
  }

  @Override
  public void toggleComment() {
    if (area.isEditable()) {
      Editing.toggleComment(area);
    }
  }

  @Override
  public void setBanner(Node banner) {
    if (banner == null) {
      banners.getChildren().clear();
    } else {
      banners.getChildren().setAll(banner);
    }
  }

  @Override
  public void setFontSize(double size) {
    area.setStyle("-fx-font-size: " + size + "px;");
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void focusText() {
    area.requestFocus();
  }

  @Override
  public Optional<CodeArea> editing() {
    return Optional.of(area);
  }
}
