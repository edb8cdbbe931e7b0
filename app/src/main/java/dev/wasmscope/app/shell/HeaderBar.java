package dev.wasmscope.app.shell;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.command.Commands;
import dev.wasmscope.app.control.Icons;
import dev.wasmscope.app.text.Text;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The top of the window: menus, run configuration, run and debug buttons, search. */
final class HeaderBar extends HBox {
  private static final double SEARCH_WIDTH = 250;
  private static final double NARROWEST = 90;

  private HeaderBar() {}

  /**
   * A header.
   *
   * @param runLabel what the run configuration runs, such as {@code sha256.wat · run}
   */
  static HeaderBar of(Commands commands, ObservableValue<String> runLabel) {
    HeaderBar header = new HeaderBar();
    header.build(commands, runLabel);
    return header;
  }

  private void build(Commands commands, ObservableValue<String> runLabel) {
    getStyleClass().add("header");
    setAlignment(Pos.CENTER_LEFT);
    MenuBar menus = Menus.of(commands);
    menus.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(
            Icons.of("mdi2h-hexagon-slice-4", "brand"),
            menus,
            Icons.spring(),
            configuration(commands, runLabel),
            Buttons.labelled(commands, Cmd.RUN_START, Text.of("toolbar.run"), "run"),
            Buttons.labelled(commands, Cmd.RUN_DEBUG, Text.of("toolbar.debug"), "debug"),
            Buttons.labelled(commands, Cmd.PROFILE_START, Text.of("toolbar.profile"), "profile"),
            separator(),
            Buttons.tool(commands, Cmd.RUN_CONTINUE, "run"),
            Buttons.tool(commands, Cmd.RUN_PAUSE),
            Buttons.tool(commands, Cmd.RUN_OVER),
            Buttons.tool(commands, Cmd.RUN_INTO),
            Buttons.tool(commands, Cmd.RUN_OUT),
            Buttons.tool(commands, Cmd.RUN_STOP, "stop"),
            Icons.spring(),
            search(commands),
            Buttons.tool(commands, Cmd.VIEW_THEME));
  }

  private static Node configuration(Commands commands, ObservableValue<String> label) {
    Button button = new Button();
    button.setId("run-configuration");
    button.getStyleClass().setAll("button", "run-config");
    button.setGraphic(Icons.of("mdi2t-tune-variant"));
    button.textProperty().bind(label);
    button.setMnemonicParsing(false);
    button.setMinWidth(NARROWEST);
    button.disableProperty().bind(commands.enabled(Cmd.RUN_CONFIGURE).not());
    button.setOnAction(e -> commands.fire(Cmd.RUN_CONFIGURE));
    button.setTooltip(new Tooltip(Cmd.RUN_CONFIGURE.title()));
    return button;
  }

  private static Node separator() {
    Region line = new Region();
    line.getStyleClass().add("tool-separator");
    HBox box = new HBox(line);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private static Node search(Commands commands) {
    Label hint = new Label(Text.of("toolbar.search"));
    Label key = new Label(Keys.text(commands, Cmd.FILE_QUICK_OPEN));
    key.getStyleClass().add("key-hint");
    HBox content = new HBox(8, Icons.of("mdi2m-magnify"), hint, Icons.spring(), key);
    content.setAlignment(Pos.CENTER_LEFT);
    hint.setMinWidth(0);
    key.setMinWidth(Region.USE_PREF_SIZE);
    Button button = new Button(null, content);
    button.setId("search-everything");
    button.getStyleClass().setAll("button", "search-box");
    button.setPrefWidth(SEARCH_WIDTH);
    button.setMinWidth(0);
    content.prefWidthProperty().bind(button.widthProperty().subtract(24));
    button.setAccessibleText(Text.of("toolbar.search"));
    button.setFocusTraversable(false);
    button.setOnAction(e -> commands.fire(Cmd.FILE_QUICK_OPEN));
    return button;
  }
}
