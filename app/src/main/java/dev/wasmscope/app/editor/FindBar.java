package dev.wasmscope.app.editor;

import dev.wasmscope.app.analysis.StyledToken;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;

/** Find and replace in one text. */
final class FindBar extends VBox {
  private static final int MOST_HITS = 20_000;

  private final CodeArea area;
  private final Consumer<List<StyledToken>> show;
  private final TextField what = new TextField();
  private final TextField with = new TextField();
  private final Label count = new Label();
  private final ToggleButton matchCase = new ToggleButton("Aa");
  private final HBox replaceRow = new HBox();
  private List<StyledToken> hits = List.of();

  FindBar(CodeArea area, Consumer<List<StyledToken>> show) {
    this.area = area;
    this.show = show;
    build();
  }

  private void build() {
    getStyleClass().add("find-bar");
    setMaxHeight(Region.USE_PREF_SIZE);
    setMaxWidth(Region.USE_PREF_SIZE);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    what.setPromptText(Text.of("find.what"));
    what.setId("find-what");
    with.setPromptText(Text.of("find.with"));
    count.getStyleClass().add("find-count");
    matchCase.getStyleClass().addAll("tool", "small");
    matchCase.setTooltip(new Tooltip(Text.of("find.case")));
    HBox findRow =
        new HBox(
            what,
            matchCase,
            count,
            button("mdi2a-arrow-up", "find.previous", () -> step(-1)),
            button("mdi2a-arrow-down", "find.next", () -> step(1)),
            button("mdi2c-close", "find.close", this::close));
    replaceRow
        .getChildren()
        .addAll(
            with,
            button("mdi2f-find-replace", "find.replace", this::replaceOne),
            button("mdi2r-reply-all-outline", "find.replaceAll", this::replaceAll));
    replaceRow.managedProperty().bind(replaceRow.visibleProperty());
    getChildren().addAll(findRow, replaceRow);
    what.textProperty().subscribe(text -> search());
    matchCase.selectedProperty().subscribe(on -> search());
    area.plainTextChanges().subscribe(change -> searchIfOpen());
    what.setOnKeyPressed(this::keys);
    with.setOnKeyPressed(this::keys);
  }

  private Button button(String icon, String key, Runnable action) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().setAll("button", "tool", "small");
    button.setTooltip(new Tooltip(Text.of(key)));
    button.setAccessibleText(Text.of(key));
    button.setFocusTraversable(false);
    button.setOnAction(e -> action.run());
    return button;
  }

  private void keys(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) {
      close();
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER) {
      if (with.equals(e.getSource())) {
        replaceOne();
      } else {
        step(e.isShiftDown() ? -1 : 1);
      }
      e.consume();
    }
  }

  void open(boolean replace) {
    replaceRow.setVisible(replace && area.isEditable());
    setVisible(true);
    String selected = area.getSelectedText();
    if (!selected.isEmpty() && !selected.contains("\n")) {
      what.setText(selected);
    }
    search();
    what.requestFocus();
    what.selectAll();
  }

  private void close() {
    setVisible(false);
    hits = List.of();
    show.accept(hits);
    area.requestFocus();
  }

  private void searchIfOpen() {
    if (isVisible()) {
      search();
    }
  }

  private void search() {
    hits = isVisible() ? find(area.getText(), what.getText(), matchCase.isSelected()) : List.of();
    what.getStyleClass().remove("no-match");
    if (hits.isEmpty() && !what.getText().isEmpty()) {
      what.getStyleClass().add("no-match");
    }
    tellCount();
    show.accept(hits);
  }

  private void tellCount() {
    if (what.getText().isEmpty()) {
      count.setText("");
    } else if (hits.isEmpty()) {
      count.setText(Text.of("find.none"));
    } else {
      int current = hits.indexOf(selectedHit()) + 1;
      count.setText(
          current == 0
              ? Text.of("find.count", hits.size())
              : Text.of("find.countOf", current, hits.size()));
    }
  }

  private StyledToken selectedHit() {
    var selection = area.getSelection();
    return new StyledToken(selection.getStart(), selection.getEnd(), "find-hit");
  }

  static List<StyledToken> find(String text, String pattern, boolean matchCase) {
    if (pattern.isEmpty()) {
      return List.of();
    }
    String hay = matchCase ? text : text.toLowerCase(Locale.ROOT);
    String needle = matchCase ? pattern : pattern.toLowerCase(Locale.ROOT);
    List<StyledToken> found = new ArrayList<>();
    for (int at = hay.indexOf(needle);
        at >= 0 && found.size() < MOST_HITS;
        at = hay.indexOf(needle, at + needle.length())) {
      found.add(new StyledToken(at, at + needle.length(), "find-hit"));
    }
    return found;
  }

  private void step(int direction) {
    if (hits.isEmpty()) {
      return;
    }
    int caret = direction > 0 ? area.getSelection().getEnd() : area.getSelection().getStart();
    StyledToken next = direction > 0 ? hits.getFirst() : hits.getLast();
    if (direction > 0) {
      next = hits.stream().filter(h -> h.start() >= caret).findFirst().orElse(next);
    } else {
      next = hits.reversed().stream().filter(h -> h.end() <= caret).findFirst().orElse(next);
    }
    area.selectRange(next.start(), next.end());
    area.requestFollowCaret();
    tellCount();
  }

  private void replaceOne() {
    if (hits.contains(selectedHit())) {
      area.replaceSelection(with.getText());
    }
    step(1);
  }

  private void replaceAll() {
    for (StyledToken hit : hits.reversed()) {
      area.replaceText(hit.start(), hit.end(), with.getText());
    }
  }
}
