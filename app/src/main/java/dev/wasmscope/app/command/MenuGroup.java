package dev.wasmscope.app.command;

import dev.wasmscope.app.text.Text;
import java.util.Locale;

/** The menus of the menu bar, in their order. */
public enum MenuGroup {
  FILE,
  EDIT,
  VIEW,
  RUN,
  PROFILE,
  HELP;

  /** The menu's title with its mnemonic underscore. */
  public String title() {
    return Text.of("menu." + name().toLowerCase(Locale.ROOT));
  }
}
