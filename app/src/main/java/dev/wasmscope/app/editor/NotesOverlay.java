package dev.wasmscope.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.CodeArea;

/** Draws remarks behind the ends of visible lines; takes no mouse events. */
final class NotesOverlay extends Pane {
  private static final double GAP = 24;

  private final CodeArea area;
  private final ObservableList<InlineNote> notes;
  private boolean pending;

  NotesOverlay(CodeArea area, ObservableList<InlineNote> notes) {
    this.area = area;
    this.notes = notes;
    setMouseTransparent(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    notes.addListener((ListChangeListener<InlineNote>) change -> schedule());
    area.viewportDirtyEvents().subscribe(dirty -> schedule());
    area.textProperty().subscribe(text -> schedule());
    widthProperty().subscribe(width -> schedule());
  }

  private void schedule() {
    if (!pending) {
      pending = true;
      Platform.runLater(this::place);
    }
  }

  private void place() {
    pending = false;
    List<Node> labels = new ArrayList<>();
    if (getScene() != null && getScene().getWindow() != null) {
      for (InlineNote note : notes) {
        label(note).ifPresent(labels::add);
      }
    }
    getChildren().setAll(labels);
  }

  private Optional<Node> label(InlineNote note) {
    if (note.line() >= area.getParagraphs().size()
        || area.allParToVisibleParIndex(note.line()).isEmpty()) {
      return Optional.empty();
    }
    int start = area.getAbsolutePosition(note.line(), 0);
    int length = area.getParagraphLength(note.line());
    if (length == 0) {
      return Optional.empty();
    }
    Optional<Bounds> last = area.getCharacterBoundsOnScreen(start + length - 1, start + length);
    return last.map(this::screenToLocal).map(at -> labelAt(note, at));
  }

  private static Node labelAt(InlineNote note, Bounds at) {
    Label label = new Label(note.text());
    label.getStyleClass().addAll("inline-note", note.style());
    label.relocate(Math.rint(at.getMaxX() + GAP), Math.rint(at.getMinY()));
    label.setMinHeight(at.getHeight());
    label.setMaxHeight(at.getHeight());
    return label;
  }
}
