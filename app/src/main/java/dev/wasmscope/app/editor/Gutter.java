package dev.wasmscope.app.editor;

import dev.wasmscope.app.text.Text;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;

/** Makes the node left of a line: breakpoint, execution arrow, line number. */
final class Gutter implements IntFunction<Node> {
  private static final double MARK_WIDTH = 20;
  private static final double DOT_RADIUS = 5.5;
  private static final int FEWEST_DIGITS = 3;

  private final EditorModel model;
  private final IntSupplier lineCount;

  Gutter(EditorModel model, IntSupplier lineCount) {
    this.model = model;
    this.lineCount = lineCount;
  }

  @Override
  public Node apply(int line) {
    StackPane mark = new StackPane();
    mark.setMinWidth(MARK_WIDTH);
    mark.setPrefWidth(MARK_WIDTH);
    mark.getChildren().add(dot(model.mark(line)));
    Execution execution = model.execution().get();
    if (execution != null && execution.line() == line) {
      mark.getChildren().add(arrow(execution.kind()));
    }
    HBox box = new HBox(mark, number(line));
    box.getStyleClass().add("gutter");
    box.setAlignment(Pos.CENTER_LEFT);
    box.setAccessibleRole(AccessibleRole.BUTTON);
    box.setAccessibleText(Text.of("editor.gutter", line + 1));
    box.setId("gutter-" + (line + 1));
    box.setOnMousePressed(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY) {
            model.toggleBreakpoint(line);
          }
          e.consume();
        });
    return box;
  }

  private static Node dot(GutterMark mark) {
    Circle dot = new Circle(DOT_RADIUS);
    dot.getStyleClass().add("break-dot");
    switch (mark) {
      case NONE -> dot.getStyleClass().add("ghost");
      case ENABLED -> {}
      case DISABLED -> dot.getStyleClass().add("disabled");
      case UNPLACED -> dot.getStyleClass().add("unplaced");
    }
    return dot;
  }

  private static Node arrow(Execution.Kind kind) {
    Polygon arrow = new Polygon(0, 2.5, 7, 2.5, 7, 0, 13, 5.5, 7, 11, 7, 8.5, 0, 8.5);
    arrow.getStyleClass().add("exec-arrow");
    switch (kind) {
      case CURRENT -> {}
      case TRAP -> arrow.getStyleClass().add("trap");
      case CALLER -> arrow.getStyleClass().add("caller");
    }
    return arrow;
  }

  private Node number(int line) {
    int digits = Math.max(FEWEST_DIGITS, Integer.toString(lineCount.getAsInt()).length());
    javafx.scene.text.Text number =
        new javafx.scene.text.Text(String.format("%" + digits + "d", line + 1));
    number.getStyleClass().add("line-number");
    return number;
  }
}
