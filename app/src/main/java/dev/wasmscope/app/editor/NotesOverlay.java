package dev.wasmscope.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.CodeArea;

/**
 * Draws over the text: remarks behind the ends of visible lines, and the band of the line where the
 * program stands. Takes no mouse events.
 */
final class NotesOverlay extends Pane {
  private static final double GAP = 24;

  private final CodeArea area;
  private final EditorModel model;
  private boolean pending;

  NotesOverlay(CodeArea area, EditorModel model) {
    this.area = area;
    this.model = model;
    setMouseTransparent(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    model.notes().addListener((ListChangeListener<InlineNote>) change -> schedule());
    area.viewportDirtyEvents().subscribe(dirty -> schedule());
    area.textProperty().subscribe(text -> schedule());
    model.execution().subscribe(execution -> schedule());
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
      band().ifPresent(labels::add);
      for (InlineNote note : model.notes()) {
        label(note).ifPresent(labels::add);
      }
    }
    getChildren().setAll(labels);
  }

  /** The coloured band over the line where the program stands. */
  private Optional<Node> band() {
    Execution execution = model.execution().get();
    if (execution == null) {
      return Optional.empty();
    }
    return lastCharacter(execution.line())
        .map(
            at -> {
              Region band = new Region();
              band.getStyleClass().addAll("exec-band", style(execution.kind()));
              band.resizeRelocate(
                  0, Math.rint(at.getMinY()) - 1, getWidth(), Math.rint(at.getHeight()) + 2);
              band.setManaged(false);
              return band;
            });
  }

  private static String style(Execution.Kind kind) {
    return switch (kind) {
      case CURRENT -> "current";
      case TRAP -> "trap";
      case CALLER -> "caller";
    };
  }

  private Optional<Node> label(InlineNote note) {
    return lastCharacter(note.line()).map(at -> labelAt(note, at));
  }

  private Optional<Bounds> lastCharacter(int line) {
    if (line >= area.getParagraphs().size()
        || area.getParagraphLength(line) == 0
        || area.allParToVisibleParIndex(line).isEmpty()) {
      return Optional.empty();
    }
    int end = area.getAbsolutePosition(line, 0) + area.getParagraphLength(line);
    return area.getCharacterBoundsOnScreen(end - 1, end).map(this::screenToLocal);
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
