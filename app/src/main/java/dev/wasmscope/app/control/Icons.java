package dev.wasmscope.app.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons; their colour comes from the style sheet. */
public final class Icons {
  private Icons() {}

  /** The icon with Ikonli literal {@code literal} and the style classes {@code styles}. */
  public static FontIcon of(String literal, String... styles) {
    FontIcon icon = new FontIcon(literal);
    icon.getStyleClass().addAll(styles);
    return icon;
  }

  /** An empty node that takes all space left over in a row. */
  public static Node spring() {
    Region region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    return region;
  }
}
