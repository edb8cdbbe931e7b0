package dev.wasmscope.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What configuration files said: values by the path of their key, and notes for the user.
 *
 * @param values by {@link ConfigKey#path}, in the kind the table of keys gives
 * @param notes in the order of the file
 */
public record Configuration(Map<String, Object> values, List<ConfigNote> notes) {
  /** What holds when there is no file. */
  public static final Configuration EMPTY = new Configuration(Map.of(), List.of());

  public Configuration {
    values = Map.copyOf(values);
    notes = List.copyOf(notes);
  }

  /** This configuration with another on top: where both have a key, the other's value counts. */
  public Configuration with(Configuration other) {
    Map<String, Object> allValues = new LinkedHashMap<>(values);
    allValues.putAll(other.values);
    List<ConfigNote> allNotes = new ArrayList<>(notes);
    allNotes.addAll(other.notes);
    return new Configuration(allValues, allNotes);
  }

  /** A string. */
  public Optional<String> text(String path) {
    return Optional.ofNullable(values.get(path)).map(String.class::cast);
  }

  /** A switch: empty when the file does not set it. */
  public Optional<Boolean> flag(String path) {
    return Optional.ofNullable(values.get(path)).map(Boolean.class::cast);
  }

  /** A whole number, or a size in bytes. */
  public Optional<Long> number(String path) {
    return Optional.ofNullable(values.get(path)).map(Long.class::cast);
  }

  /** A duration. */
  public Optional<Duration> duration(String path) {
    return Optional.ofNullable(values.get(path)).map(Duration.class::cast);
  }

  /** A list of strings; empty when the file does not set it. */
  public List<String> texts(String path) {
    if (!(values.get(path) instanceof List<?> list)) {
      return List.of();
    }
    return list.stream().map(String.class::cast).toList();
  }
}
