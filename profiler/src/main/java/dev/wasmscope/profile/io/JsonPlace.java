package dev.wasmscope.profile.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value with the way to it, so that whoever reads it can say where something is wrong. */
final class JsonPlace {
  static final String REMEDY =
      "Export the profile again with the tool that made it, or open a profile in another format";

  private final String file;
  private final JsonPlace parent;
  private final String step;
  private final Json value;

  private JsonPlace(String file, JsonPlace parent, String step, Json value) {
    this.file = file;
    this.parent = parent;
    this.step = step;
    this.value = value;
  }

  static JsonPlace root(String file, Json value) {
    return new JsonPlace(file, null, "", value);
  }

  private JsonPlace at(String key, Json child) {
    return new JsonPlace(file, this, value instanceof Json.Members ? "." + key : key, child);
  }

  /** The way from the root, such as {@code threads[0].samples}. */
  String path() {
    String path = parent == null ? "" : parent.path() + step;
    return path.startsWith(".") ? path.substring(1) : path;
  }

  /** A problem with this value. */
  ProfileReadException wrong(String expected) {
    return problem("expected " + expected + ", found " + value.kind());
  }

  /** A problem at this place, in words. */
  ProfileReadException problem(String problem) {
    String path = path();
    String place = JsonLoader.place(value.line(), value.column());
    return new ProfileReadException(
        file, path.isEmpty() ? place : place + ", " + path, problem, REMEDY);
  }

  private Map<String, Json> members() throws ProfileReadException {
    if (value instanceof Json.Members members) {
      return members.values();
    }
    throw wrong("an object");
  }

  /** Whether this is an object with a member {@code key}. */
  boolean has(String key) {
    return value instanceof Json.Members members && members.values().containsKey(key);
  }

  /** The member {@code key}, which must be there. */
  JsonPlace get(String key) throws ProfileReadException {
    Json child = members().get(key);
    if (child == null) {
      throw problem("expected a member \"" + key + "\", found none");
    }
    return at(key, child);
  }

  /** The member {@code key}; empty when absent or null. */
  Optional<JsonPlace> find(String key) throws ProfileReadException {
    Json child = members().get(key);
    return child == null || child instanceof Json.Null
        ? Optional.empty()
        : Optional.of(at(key, child));
  }

  /** Whether this is an object. */
  boolean isObject() {
    return value instanceof Json.Members;
  }

  /** The names of the members. */
  List<String> keys() throws ProfileReadException {
    return List.copyOf(members().keySet());
  }

  /** The elements of this array. */
  List<JsonPlace> elements() throws ProfileReadException {
    List<JsonPlace> places = new ArrayList<>();
    switch (value) {
      case Json.Elements array -> {
        for (Json element : array.values()) {
          places.add(at("[" + places.size() + "]", element));
        }
      }
      case Json.Numbers array -> {
        for (double number : array.values()) {
          places.add(at("[" + places.size() + "]", numeric(number, array)));
        }
      }
      default -> throw wrong("an array");
    }
    return places;
  }

  private static Json numeric(double number, Json.Numbers array) {
    return Double.isNaN(number)
        ? new Json.Null(array.line(), array.column())
        : new Json.Numeric(number, array.line(), array.column());
  }

  /** The strings of this array. */
  List<String> strings() throws ProfileReadException {
    List<String> strings = new ArrayList<>();
    for (JsonPlace element : elements()) {
      strings.add(element.text());
    }
    return strings;
  }

  /** The numbers of this array; NaN stands for null. */
  double[] numbers() throws ProfileReadException {
    if (value instanceof Json.Numbers numbers) {
      return numbers.values();
    }
    if (value instanceof Json.Elements array) {
      JsonPlace odd =
          elements().stream()
              .filter(e -> !(e.value instanceof Json.Numeric || e.value instanceof Json.Null))
              .findFirst()
              .orElse(at("[0]", array));
      throw odd.wrong("a number or null");
    }
    throw wrong("an array of numbers");
  }

  /** The numbers of this array, which must have {@code length} elements. */
  double[] numbers(int length) throws ProfileReadException {
    double[] numbers = numbers();
    if (numbers.length < length) {
      throw problem("expected " + length + " elements, found " + numbers.length);
    }
    return numbers.length == length ? numbers : Arrays.copyOf(numbers, length);
  }

  /**
   * The indexes in this array of {@code length} elements: whole numbers below {@code limit}, -1 for
   * null, for negative numbers too.
   */
  int[] indexes(int length, int limit) throws ProfileReadException {
    double[] numbers = numbers(length);
    int[] indexes = new int[length];
    for (int i = 0; i < length; i++) {
      double number = numbers[i];
      if (number >= limit || (number >= 0 && number != Math.rint(number))) {
        throw at("[" + i + "]", new Json.Numeric(number, value.line(), value.column()))
            .wrong("an index below " + limit);
      }
      indexes[i] = number >= 0 ? (int) number : -1;
    }
    return indexes;
  }

  /** This string. */
  String text() throws ProfileReadException {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw wrong("a string");
  }

  /** This scalar as text; empty for arrays, objects and null. */
  Optional<String> scalar() {
    return switch (value) {
      case Json.Text text -> Optional.of(text.value());
      case Json.Numeric number ->
          Optional.of(
              number.value() == Math.rint(number.value()) && Math.abs(number.value()) < 1e15
                  ? Long.toString((long) number.value())
                  : Double.toString(number.value()));
      case Json.Truth truth -> Optional.of(Boolean.toString(truth.value()));
      case Json.Members _, Json.Elements _, Json.Numbers _, Json.Null _ -> Optional.empty();
    };
  }

  /** This number. */
  double number() throws ProfileReadException {
    if (value instanceof Json.Numeric number) {
      return number.value();
    }
    throw wrong("a number");
  }

  /** This whole number from 0 to {@code most}. */
  int count(int most) throws ProfileReadException {
    double number = number();
    if (number < 0 || number > most || number != Math.rint(number)) {
      throw wrong("a whole number from 0 to " + most);
    }
    return (int) number;
  }
}
