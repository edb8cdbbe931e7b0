package dev.wasmscope.wasm.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Assertions of the suite that are not to hold, each with its reason, from {@code
 * suite-exclusions.txt}: lines of {@code file:line reason}.
 */
public final class Exclusions {

  private final Map<String, String> reasons = new HashMap<>();

  private Exclusions() {}

  /** Reads the one list. */
  public static Exclusions load() {
    var exclusions = new Exclusions();
    try (InputStream in = Exclusions.class.getResourceAsStream("suite-exclusions.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
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

  /** Why the assertion at this line is excluded, if it is. */
  public Optional<String> reason(String file, int line) {
    return Optional.ofNullable(reasons.get(file + ":" + line));
  }

  public int size() {
    return reasons.size();
  }
}
