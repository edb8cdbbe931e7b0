package dev.wasmscope.app.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A titled part of a side bar that folds away when its header is clicked. */
public final class Section extends VBox {
  private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");

  private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded", true);
  private final Label note = new Label();

  private Section() {}

  /** A section over {@code body}; {@code tools} stand at the right of its header. */
  public static Section of(String title, Node body, Node... tools) {
    Section section = new Section();
    section.build(title, body, tools);
    return section;
  }

  private void build(String title, Node body, Node... tools) {
    getStyleClass().add("section");
    FontIcon chevron = Icons.of("mdi2c-chevron-down", "section-chevron");
    Label heading = new Label(title);
    heading.getStyleClass().add("section-title");
    note.getStyleClass().add("section-note");
    HBox header = new HBox(chevron, heading, note, Icons.spring());
    header.getChildren().addAll(tools);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("section-header");
    header.setFocusTraversable(true);
    header.setAccessibleRole(AccessibleRole.TITLED_PANE);
    header.setAccessibleText(title);
    header.setOnMouseClicked(e -> expanded.set(!expanded.get()));
    header.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ENTER) {
            expanded.set(!expanded.get());
            e.consume();
          }
        });
    body.visibleProperty().bind(expanded);
    body.managedProperty().bind(expanded);
    VBox.setVgrow(body, Priority.ALWAYS);
    expanded.subscribe(
        open -> {
          chevron.setIconLiteral(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
          pseudoClassStateChanged(COLLAPSED, !open);
        });
    getChildren().addAll(header, body);
  }

  /** Whether the body shows. */
  public BooleanProperty expanded() {
    return expanded;
  }

  /** A short remark beside the title, such as a count. */
  public StringProperty note() {
    return note.textProperty();
  }
}
