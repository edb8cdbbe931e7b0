package dev.wasmscope.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@link Settings} as JSON in one file, atomically. */
public final class SettingsStore {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;

  /** A store over {@code file}, which need not exist. */
  public SettingsStore(Path file) {
    this.file = file;
  }

  /**
   * The settings file of this user: under {@code XDG_CONFIG_HOME}, or {@code APPDATA} on Windows,
   * or {@code ~/.config}.
   *
   * @param environment the process environment
   * @param home the user's home folder
   */
  public static Path defaultFile(Map<String, String> environment, Path home) {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String appData = environment.getOrDefault("APPDATA", "");
    Path base =
        !xdg.isBlank()
            ? Path.of(xdg)
            : !appData.isBlank() ? Path.of(appData) : home.resolve(".config");
    return base.resolve("wasmscope").resolve("settings.json");
  }

  /**
   * The stored settings. A missing file gives the defaults; a damaged one is moved aside to {@code
   * settings.json.damaged} so that nothing is lost, and gives the defaults.
   */
  public Settings load() {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), Settings.class);
    } catch (NoSuchFileException first) {
      return Settings.defaults();
    } catch (IOException | JacksonException damaged) {
      setAside();
      return Settings.defaults();
    }
  }

  private void setAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unreadable) {
      System.getLogger(SettingsStore.class.getName())
          .log(System.Logger.Level.WARNING, "cannot read or move " + file, unreadable);
    }
  }

  /** Stores {@code settings}, creating the folder when needed. */
  public void save(Settings settings) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "settings", ".tmp");
    try {
      Files.write(temporary, MAPPER.writeValueAsBytes(settings));
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
