package dev.wasmscope.app.shell;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.command.Commands;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Carries keys to commands: the first enabled command of a key gets it. */
final class Keys {
  /** Text controls answer to these themselves; the menu reaches them through the focus owner. */
  private static final Set<Cmd> OF_TEXT_CONTROLS =
      EnumSet.of(Cmd.EDIT_UNDO, Cmd.EDIT_REDO, Cmd.EDIT_CUT, Cmd.EDIT_COPY, Cmd.EDIT_PASTE);

  private Keys() {}

  /** The combination written as {@code key}; empty when it cannot be read. */
  static Optional<KeyCombination> parse(String key) {
    try {
      return Optional.of(KeyCombination.valueOf(key));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The key of {@code cmd} as people read it; empty when it has none. */
  static String text(Commands commands, Cmd cmd) {
    return commands.key(cmd).flatMap(Keys::parse).map(KeyCombination::getDisplayText).orElse("");
  }

  /** Makes {@code scene} answer to the keys of {@code commands}. */
  static void install(Scene scene, Commands commands) {
    Map<KeyCombination, List<Cmd>> table = new LinkedHashMap<>();
    commands.byKey().forEach((key, cmds) -> parse(key).ifPresent(k -> table.put(k, cmds)));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> route(e, table, commands));
  }

  private static void route(KeyEvent e, Map<KeyCombination, List<Cmd>> table, Commands commands) {
    for (Map.Entry<KeyCombination, List<Cmd>> entry : table.entrySet()) {
      if (entry.getKey().match(e)) {
        for (Cmd cmd : entry.getValue()) {
          if (!OF_TEXT_CONTROLS.contains(cmd) && commands.fire(cmd)) {
            e.consume();
            return;
          }
        }
      }
    }
  }
}
