package dev.wasmscope.app.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What a view shows when it has nothing to show: an icon, a sentence, and what to do about it. */
public final class EmptyState extends VBox {
  private static final double TEXT_WIDTH = 320;

  private EmptyState() {}

  /** An empty state; {@code actions} stand below the text. */
  public static EmptyState of(String icon, String title, String hint, Node... actions) {
    EmptyState state = new EmptyState();
    state.getStyleClass().add("empty-state");
    state.setAlignment(Pos.CENTER);
    Label heading = new Label(title);
    heading.getStyleClass().add("empty-title");
    Label text = new Label(hint);
    text.getStyleClass().add("empty-hint");
    text.setWrapText(true);
    text.setMaxWidth(TEXT_WIDTH);
    text.setTextAlignment(TextAlignment.CENTER);
    state.getChildren().add(Icons.of(icon, "empty-icon"));
    state.getChildren().addAll(heading, text);
    state.getChildren().addAll(actions);
    return state;
  }
}
