package dev.wasmscope.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void idsAreUniqueAndEveryCommandHasATitle() {
    Set<String> ids = new HashSet<>();
    for (Cmd cmd : Cmd.values()) {
      assertTrue(ids.add(cmd.id()), cmd.id() + " is used twice");
      assertFalse(cmd.title().isBlank(), cmd.id());
    }
  }

  @Test
  void sectionsOfAMenuStandTogether() {
    for (MenuGroup menu : MenuGroup.values()) {
      List<Integer> sections =
          Arrays.stream(Cmd.values()).filter(c -> c.menu() == menu).map(Cmd::section).toList();
      assertEquals(sections.stream().sorted().toList(), sections, menu + " jumps between sections");
    }
  }

  @Test
  void aCommandFiresOnlyWhileEnabled() {
    Commands commands = new Commands(Map.of());
    SimpleBooleanProperty enabled = new SimpleBooleanProperty();
    List<String> done = new ArrayList<>();
    commands.bind(Cmd.RUN_PAUSE, enabled, () -> done.add("paused"));

    assertFalse(commands.fire(Cmd.RUN_PAUSE));
    enabled.set(true);
    assertTrue(commands.fire(Cmd.RUN_PAUSE));
    assertFalse(commands.fire(Cmd.RUN_STOP), "has no action");

    assertEquals(List.of("paused"), done);
  }

  @Test
  void keysAreRemappedAndRemovedById() {
    Commands commands = new Commands(Map.of("run.pause", "Ctrl+Q", "run.stop", ""));

    assertEquals(Optional.of("Ctrl+Q"), commands.key(Cmd.RUN_PAUSE));
    assertEquals(Optional.empty(), commands.key(Cmd.RUN_STOP));
    assertEquals(Optional.of("F10"), commands.key(Cmd.RUN_OVER));
  }

  @Test
  void aKeySharedByCommandsListsThemInTableOrder() {
    assertEquals(
        List.of(Cmd.RUN_DEBUG, Cmd.RUN_CONTINUE), new Commands(Map.of()).byKey().get("F5"));
  }
}
