package dev.wasmscope.app.command;

import dev.wasmscope.app.text.Text;
import java.util.Optional;

/**
 * One row per command: its persistent id, its menu, the section of that menu (a separator stands
 * between sections), its icon and its default key. Titles are in the bundle under {@code
 * command.<id>}.
 */
public enum Cmd {
  FILE_NEW("file.new", MenuGroup.FILE, 0, "mdi2f-file-plus-outline", "Shortcut+N"),
  FILE_OPEN("file.open", MenuGroup.FILE, 0, "mdi2f-file-outline", "Shortcut+O"),
  FILE_OPEN_FOLDER("file.openFolder", MenuGroup.FILE, 0, "mdi2f-folder-open-outline", ""),
  FILE_QUICK_OPEN("file.quickOpen", MenuGroup.FILE, 0, "mdi2f-file-search-outline", "Shortcut+P"),
  FILE_SAVE("file.save", MenuGroup.FILE, 1, "mdi2c-content-save-outline", "Shortcut+S"),
  FILE_SAVE_AS("file.saveAs", MenuGroup.FILE, 1, "", "Shortcut+Shift+S"),
  FILE_ASSEMBLE("file.assemble", MenuGroup.FILE, 1, "mdi2p-package-variant-closed", ""),
  FILE_EDIT_COPY("file.editCopy", MenuGroup.FILE, 1, "mdi2f-file-edit-outline", ""),
  FILE_FEATURES("file.features", MenuGroup.FILE, 2, "mdi2p-puzzle-outline", ""),
  FILE_CLOSE("file.close", MenuGroup.FILE, 3, "", "Shortcut+W"),
  FILE_QUIT("file.quit", MenuGroup.FILE, 3, "", "Shortcut+Q"),

  EDIT_UNDO("edit.undo", MenuGroup.EDIT, 0, "mdi2u-undo", "Shortcut+Z"),
  EDIT_REDO("edit.redo", MenuGroup.EDIT, 0, "mdi2r-redo", "Shortcut+Y"),
  EDIT_CUT("edit.cut", MenuGroup.EDIT, 1, "mdi2c-content-cut", "Shortcut+X"),
  EDIT_COPY("edit.copy", MenuGroup.EDIT, 1, "mdi2c-content-copy", "Shortcut+C"),
  EDIT_PASTE("edit.paste", MenuGroup.EDIT, 1, "mdi2c-content-paste", "Shortcut+V"),
  EDIT_FIND("edit.find", MenuGroup.EDIT, 2, "mdi2m-magnify", "Shortcut+F"),
  EDIT_REPLACE("edit.replace", MenuGroup.EDIT, 2, "mdi2f-find-replace", "Shortcut+H"),
  EDIT_GO_TO_LINE("edit.goToLine", MenuGroup.EDIT, 2, "", "Shortcut+G"),
  EDIT_COMMENT("edit.comment", MenuGroup.EDIT, 3, "", "Shortcut+Slash"),
  EDIT_QUICK_FIX(
      "edit.quickFix", MenuGroup.EDIT, 3, "mdi2l-lightbulb-on-outline", "Shortcut+Period"),

  VIEW_PALETTE("view.palette", MenuGroup.VIEW, 0, "mdi2c-console", "Shortcut+Shift+P"),
  VIEW_EXPLORER("view.explorer", MenuGroup.VIEW, 1, "mdi2f-file-tree-outline", "Shortcut+B"),
  VIEW_INSPECT("view.inspect", MenuGroup.VIEW, 1, "mdi2c-card-search-outline", "Shortcut+Alt+B"),
  VIEW_PANEL("view.panel", MenuGroup.VIEW, 1, "mdi2d-dock-bottom", "Shortcut+J"),
  VIEW_CONSOLE("view.console", MenuGroup.VIEW, 2, "mdi2c-console-line", ""),
  VIEW_PROBLEMS(
      "view.problems", MenuGroup.VIEW, 2, "mdi2a-alert-circle-outline", "Shortcut+Shift+M"),
  VIEW_BREAKPOINTS("view.breakpoints", MenuGroup.VIEW, 2, "mdi2r-record-circle-outline", ""),
  VIEW_MEMORY("view.memory", MenuGroup.VIEW, 2, "mdi2m-memory", ""),
  VIEW_THEME("view.theme", MenuGroup.VIEW, 3, "mdi2t-theme-light-dark", "Shortcut+Alt+T"),
  VIEW_THEME_SYSTEM("view.themeSystem", MenuGroup.VIEW, 3, "", ""),
  VIEW_FONT_LARGER("view.fontLarger", MenuGroup.VIEW, 3, "", "Shortcut+Equals"),
  VIEW_FONT_SMALLER("view.fontSmaller", MenuGroup.VIEW, 3, "", "Shortcut+Minus"),
  VIEW_FONT_RESET("view.fontReset", MenuGroup.VIEW, 3, "", "Shortcut+0"),

  RUN_START("run.start", MenuGroup.RUN, 0, "mdi2p-play", "Shortcut+F5"),
  RUN_DEBUG("run.debug", MenuGroup.RUN, 0, "mdi2b-bug-outline", "F5"),
  RUN_CONFIGURE("run.configure", MenuGroup.RUN, 0, "mdi2t-tune-variant", ""),
  RUN_PAUSE("run.pause", MenuGroup.RUN, 1, "mdi2p-pause", "F6"),
  RUN_CONTINUE("run.continue", MenuGroup.RUN, 1, "mdi2s-step-forward", "F5"),
  RUN_OVER("run.over", MenuGroup.RUN, 1, "mdi2d-debug-step-over", "F10"),
  RUN_INTO("run.into", MenuGroup.RUN, 1, "mdi2d-debug-step-into", "F11"),
  RUN_OUT("run.out", MenuGroup.RUN, 1, "mdi2d-debug-step-out", "Shift+F11"),
  RUN_TO_CURSOR("run.toCursor", MenuGroup.RUN, 1, "mdi2c-cursor-text", "Shortcut+F10"),
  RUN_STOP("run.stop", MenuGroup.RUN, 1, "mdi2s-stop", "Shift+F5"),
  BREAKPOINT_TOGGLE("breakpoint.toggle", MenuGroup.RUN, 2, "mdi2r-record-circle", "F9"),
  BREAKPOINT_CLEAR("breakpoint.clear", MenuGroup.RUN, 2, "mdi2d-delete-sweep-outline", ""),
  BREAKPOINT_LOAD("breakpoint.load", MenuGroup.RUN, 2, "mdi2f-folder-open-outline", ""),
  BREAKPOINT_SAVE("breakpoint.save", MenuGroup.RUN, 2, "mdi2c-content-save-outline", ""),

  PROFILE_START("profile.start", MenuGroup.PROFILE, 0, "mdi2f-fire", "Shift+F10"),
  PROFILE_EXACTLY("profile.exactly", MenuGroup.PROFILE, 0, "mdi2c-counter", ""),
  PROFILE_OPEN("profile.open", MenuGroup.PROFILE, 1, "mdi2f-folder-open-outline", ""),
  PROFILE_EXPORT_HTML("profile.exportHtml", MenuGroup.PROFILE, 1, "mdi2e-export-variant", ""),
  PROFILE_SAVE("profile.save", MenuGroup.PROFILE, 1, "mdi2c-content-save-outline", ""),

  HELP_WELCOME("help.welcome", MenuGroup.HELP, 0, "mdi2h-home-outline", ""),
  HELP_KEYS("help.keys", MenuGroup.HELP, 0, "mdi2k-keyboard-outline", ""),
  HELP_ABOUT("help.about", MenuGroup.HELP, 1, "mdi2i-information-outline", "");

  private final String id;
  private final MenuGroup menu;
  private final int section;
  private final String icon;
  private final String defaultKey;

  Cmd(String id, MenuGroup menu, int section, String icon, String defaultKey) {
    this.id = id;
    this.menu = menu;
    this.section = section;
    this.icon = icon;
    this.defaultKey = defaultKey;
  }

  /** The id under which settings remember a re-mapped key; never shown, never changed. */
  public String id() {
    return id;
  }

  /** The menu this command stands in. */
  public MenuGroup menu() {
    return menu;
  }

  /** The section of the menu, counted from the top. */
  public int section() {
    return section;
  }

  /** The Ikonli literal of the icon, when the command has one. */
  public Optional<String> icon() {
    return icon.isEmpty() ? Optional.empty() : Optional.of(icon);
  }

  /** The default key combination in JavaFX notation; empty when there is none. */
  public String defaultKey() {
    return defaultKey;
  }

  /** The title shown in menus and the palette. */
  public String title() {
    return Text.of("command." + id);
  }
}
