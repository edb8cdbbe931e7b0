package dev.wasmscope.wasm.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Assertions of the suite that are not to hold, each with its reason: lines of {@code file:line
 * reason} in the one reviewed list, which the engine's runner of scripts uses too.
 */
public final class Exclusions {

  private static final String LIST =
      "debugger-engine/src/main/resources/dev/wasmscope/engine/script/exclusions.txt";

  private final Map<String, String> reasons = new HashMap<>();

  private Exclusions() {}

  /** Reads the list. */
  public static Exclusions load() {
    var exclusions = new Exclusions();
    try {
      Files.readAllLines(Path.of(System.getProperty("wasmscope.root", "..")).resolve(LIST)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(exclusions::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return exclusions;
  }

  private void add(String line) {
    int space = line.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("an exclusion needs a reason: " + line);
    }
    reasons.put(line.substring(0, space), line.substring(space + 1).strip());
  }

  /** Whether the assertion at this line of a file, given with its folders, is excluded. */
  public boolean contains(String file, int line) {
    return reasons.keySet().stream().anyMatch(key -> (file + ":" + line).endsWith("/" + key));
  }

  public int size() {
    return reasons.size();
  }
}
