package dev.wasmscope.app.shell;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.command.Commands;
import dev.wasmscope.app.command.MenuGroup;
import dev.wasmscope.app.control.Icons;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Makes the menu bar out of the command table. */
final class Menus {
  private Menus() {}

  /** All commands in their menus, separated by section. */
  static MenuBar of(Commands commands) {
    MenuBar bar = new MenuBar();
    for (MenuGroup group : MenuGroup.values()) {
      Menu menu = new Menu(group.title());
      int section = 0;
      for (Cmd cmd : Cmd.values()) {
        if (cmd.menu() == group) {
          if (cmd.section() != section) {
            menu.getItems().add(new SeparatorMenuItem());
            section = cmd.section();
          }
          menu.getItems().add(item(commands, cmd));
        }
      }
      bar.getMenus().add(menu);
    }
    return bar;
  }

  private static MenuItem item(Commands commands, Cmd cmd) {
    MenuItem item = new MenuItem(cmd.title());
    cmd.icon().ifPresent(icon -> item.setGraphic(Icons.of(icon)));
    item.disableProperty().bind(commands.enabled(cmd).not());
    item.setOnAction(e -> commands.fire(cmd));
    commands.key(cmd).flatMap(Keys::parse).ifPresent(item::setAccelerator);
    return item;
  }
}
