package dev.wasmscope.engine.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Assertions that are known not to hold. Each line of a list is {@code file:line reason}; a {@code
 * #} starts a comment.
 */
public record Exclusions(List<Place> places) {

  /** A command, in every file whose path ends like {@code file}. */
  public record Place(String file, int line) {}

  public static final Exclusions NONE = new Exclusions(List.of());

  public Exclusions {
    places = List.copyOf(places);
  }

  /** The list that this project has agreed on, for the official test suite. */
  public static Exclusions reviewed() {
    try (InputStream in = Exclusions.class.getResourceAsStream("exclusions.txt")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a list. */
  public static Exclusions parse(List<String> lines) {
    List<Place> places = new ArrayList<>();
    for (String line : lines) {
      int comment = line.indexOf('#');
      String text = (comment < 0 ? line : line.substring(0, comment)).strip();
      int colon = text.indexOf(':');
      if (colon >= 0) {
        int end = text.indexOf(' ', colon);
        String number = text.substring(colon + 1, end < 0 ? text.length() : end);
        places.add(new Place(text.substring(0, colon), Integer.parseInt(number)));
      }
    }
    return new Exclusions(places);
  }

  /** The lines excluded of a file. */
  Set<Integer> linesOf(String file) {
    String path = "/" + file.replace('\\', '/');
    Set<Integer> lines = new HashSet<>();
    for (Place place : places) {
      if (path.endsWith("/" + place.file)) {
        lines.add(place.line);
      }
    }
    return lines;
  }
}
