package dev.wasmscope.app.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads configuration files against the table of known keys. */
public final class ConfigLoader {
  private static final long LARGEST_FILE = 1 << 20;

  private final ConfigKeys keys = ConfigKeys.standard();

  /**
   * Reads one file.
   *
   * @throws ConfigException when the file cannot be read, is no TOML, or gives a key a value of the
   *     wrong kind
   */
  public Configuration load(Path file) throws ConfigException {
    String text = read(file);
    TomlLines lines = new TomlLines(text);
    Map<String, Boolean> switches = lines.switchesBesideTables();
    JsonNode root = parse(file, lines.textWithout(switches.keySet()));
    Reading reading = new Reading(file, lines);
    switches.forEach(reading::repaired);
    reading.table("", root);
    return new Configuration(reading.values, reading.notes);
  }

  private static String read(Path file) throws ConfigException {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST_FILE) {
        throw new ConfigException(
            file + ": is over 1 MiB, no configuration is that large", "Check the path.");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": is not UTF-8 text", "Save it as UTF-8.");
    } catch (IOException e) {
      String reason =
          Files.exists(file) ? "cannot be read (" + e.getMessage() + ")" : "no such file";
      throw new ConfigException(file + ": " + reason, "Check the path and its permissions.");
    }
  }

  private static JsonNode parse(Path file, String text) throws ConfigException {
    try {
      return TomlMapper.shared().readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      String where =
          place == null || place.getLineNr() < 1
              ? file.toString()
              : file + ":" + place.getLineNr() + ":" + place.getColumnNr();
      throw new ConfigException(
          where + ": not valid TOML: " + e.getOriginalMessage(),
          "Correct the line; https://toml.io/en/v1.0.0 describes the format.");
    }
  }

  /** The state of one walk over a file. */
  private final class Reading {
    private final Path file;
    private final TomlLines lines;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<ConfigNote> notes = new ArrayList<>();

    Reading(Path file, TomlLines lines) {
      this.file = file;
      this.lines = lines;
    }

    void table(String path, JsonNode table) throws ConfigException {
      for (Map.Entry<String, JsonNode> entry : table.properties()) {
        String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        Optional<ConfigKey> key = keys.find(below);
        if (entry.getValue().isObject() && keys.isTable(below)) {
          table(below, entry.getValue());
        } else if (key.isPresent()) {
          value(key.get(), entry.getValue());
        } else {
          unknown(below);
        }
      }
    }

    /** Takes over a switch that TOML cannot hold beside the table of the same name. */
    void repaired(String path, boolean value) {
      Optional<ConfigKey> key = keys.find(path).filter(k -> k.kind() == ValueKind.BOOLEAN);
      if (key.isEmpty()) {
        unknown(path);
        return;
      }
      values.put(path, value);
      note(
          ConfigNote.Weight.INFORMATION,
          path,
          "is both a switch and a table, which TOML forbids; both were read");
      noteIfWithoutEffect(key.get());
    }

    private void value(ConfigKey key, JsonNode node) throws ConfigException {
      Optional<Object> value = key.kind().read(node);
      if (value.isEmpty()) {
        throw new ConfigException(
            "%s: %s must be %s, found %s"
                .formatted(place(key.path()), key.path(), key.kind().description(), node),
            "Correct the value.");
      }
      values.put(key.path(), value.get());
      noteIfWithoutEffect(key);
    }

    private void noteIfWithoutEffect(ConfigKey key) {
      if (!key.isApplicable()) {
        note(ConfigNote.Weight.INFORMATION, key.path(), "has no effect: " + key.notApplicable());
      }
    }

    private void unknown(String path) {
      String hint = keys.nearest(path).map(known -> "; did you mean " + known + "?").orElse("");
      note(ConfigNote.Weight.WARNING, path, "is not known and is ignored" + hint);
    }

    private void note(ConfigNote.Weight weight, String path, String remark) {
      notes.add(new ConfigNote(weight, place(path) + ": " + path + " " + remark));
    }

    private String place(String path) {
      var line = lines.of(path);
      return line.isPresent() ? file + ":" + line.getAsInt() : file.toString();
    }
  }
}
