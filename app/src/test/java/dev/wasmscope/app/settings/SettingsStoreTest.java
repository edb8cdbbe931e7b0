package dev.wasmscope.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
  @TempDir Path folder;

  @Test
  void whatIsSavedIsLoaded() throws IOException {
    SettingsStore store = new SettingsStore(folder.resolve("deep").resolve("settings.json"));
    RunConfiguration run =
        new RunConfiguration(
            "main",
            List.of("1", "-0x2"),
            List.of("a b"),
            List.of("/tmp::data"),
            Map.of("K", "V"),
            "in\n",
            List.of("env=host.wasm"),
            true,
            true);
    Settings settings =
        Settings.defaults()
            .withTheme(ThemeChoice.LIGHT)
            .withFontSize(17)
            .withRecent("/a.wat")
            .withRun("/a.wat", run)
            .withFeatures("/a.wat", List.of("+stringref", "-threads"));
    store.save(settings);

    assertEquals(settings, store.load());
  }

  @Test
  void aFirstStartHasDefaults() {
    assertEquals(Settings.defaults(), new SettingsStore(folder.resolve("none.json")).load());
  }

  @Test
  void aDamagedFileIsKeptAside() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{ \"theme\": ");

    assertEquals(Settings.defaults(), new SettingsStore(file).load());
    assertFalse(Files.exists(file));
    assertEquals("{ \"theme\": ", Files.readString(folder.resolve("settings.json.damaged")));
  }

  @Test
  void unknownAndMissingFieldsAreForgiven() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{\"fontSize\": 900, \"colour\": \"mauve\"}");

    Settings settings = new SettingsStore(file).load();

    assertEquals(ThemeChoice.SYSTEM, settings.theme());
    assertTrue(settings.fontSize() <= 32, "kept readable");
  }

  @Test
  void recentFilesAreNewestFirstWithoutRepetition() {
    Settings settings = Settings.defaults().withRecent("a").withRecent("b").withRecent("a");
    assertEquals(List.of("a", "b"), settings.recent());
    assertEquals(List.of("b"), settings.withoutRecent("a").recent());
  }
}
