package dev.wasmscope.app.shell;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.command.Commands;
import dev.wasmscope.app.control.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Makes buttons out of commands. */
final class Buttons {
  private Buttons() {}

  /** A toolbar button with the command's icon. */
  static Button tool(Commands commands, Cmd cmd, String... styles) {
    Button button = base(commands, cmd);
    button.getStyleClass().setAll("button", "tool");
    button.getStyleClass().addAll(styles);
    button.setFocusTraversable(false);
    return button;
  }

  /** A toolbar button with the command's icon and {@code label}. */
  static Button labelled(Commands commands, Cmd cmd, String label, String... styles) {
    Button button = tool(commands, cmd, styles);
    button.getStyleClass().add("labelled");
    button.setText(label);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A link with the command's icon and title, as on the welcome page. */
  static Button link(Commands commands, Cmd cmd) {
    Button button = base(commands, cmd);
    button.getStyleClass().setAll("button", "welcome-link");
    button.setText(cmd.title());
    return button;
  }

  private static Button base(Commands commands, Cmd cmd) {
    Button button = new Button();
    cmd.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon)));
    button.setId(cmd.id().replace('.', '-'));
    button.setAccessibleText(cmd.title());
    button.disableProperty().bind(commands.enabled(cmd).not());
    button.setOnAction(e -> commands.fire(cmd));
    String key = Keys.text(commands, cmd);
    button.setTooltip(new Tooltip(key.isEmpty() ? cmd.title() : cmd.title() + "  " + key));
    return button;
  }
}
