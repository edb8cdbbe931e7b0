package dev.wasmscope.profile.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Streams JSON into packed values. */
final class JsonLoader {
  private static final int DEEPEST = 200;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(1 << 26)
                  .maxNameLength(1 << 16)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final ProfileSource source;
  private final JsonParser parser;

  private JsonLoader(ProfileSource source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /** The whole document. */
  static JsonPlace load(ProfileSource source) throws ProfileReadException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source.stream())) {
      JsonLoader loader = new JsonLoader(source, parser);
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw source.error("", "expected a profile, found an empty file", JsonPlace.REMEDY);
      }
      Json root = loader.value(first);
      if (parser.nextToken() != null) {
        throw source.error(
            loader.here(), "expected the end of the file after the profile", JsonPlace.REMEDY);
      }
      return JsonPlace.root(source.name(), root);
    } catch (JacksonException e) {
      throw failed(source, e);
    }
  }

  private static ProfileReadException failed(ProfileSource source, JacksonException e) {
    if (source.failure().isPresent()) {
      return source.failure().get();
    }
    TokenStreamLocation location = e.getLocation();
    String place =
        location == null || location.getLineNr() < 1
            ? ""
            : place(location.getLineNr(), location.getColumnNr());
    String problem =
        e instanceof StreamConstraintsException
            ? "expected a profile of plausible shape: " + e.getOriginalMessage()
            : "expected JSON: " + e.getOriginalMessage();
    return source.error(place, problem, JsonPlace.REMEDY);
  }

  static String place(int line, int column) {
    return "line " + line + ", column " + column;
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private int column() {
    return parser.currentTokenLocation().getColumnNr();
  }

  private String here() {
    return place(line(), column());
  }

  private Json value(JsonToken token) throws ProfileReadException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new Json.Text(parser.getString(), line(), column());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeric(number(), line(), column());
      case VALUE_TRUE -> new Json.Truth(true, line(), column());
      case VALUE_FALSE -> new Json.Truth(false, line(), column());
      case VALUE_NULL -> new Json.Null(line(), column());
      default -> throw source.error(here(), "expected a JSON value", JsonPlace.REMEDY);
    };
  }

  private double number() throws ProfileReadException {
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw source.error(
          here(),
          "expected a number that fits a double, found " + parser.getString(),
          JsonPlace.REMEDY);
    }
    return value;
  }

  private Json object() throws ProfileReadException {
    int line = line();
    int column = column();
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      members.put(name, value(parser.nextToken()));
    }
    return new Json.Members(members.isEmpty() ? Map.of() : members, line, column);
  }

  private Json array() throws ProfileReadException {
    int line = line();
    int column = column();
    double[] numbers = new double[8];
    int size = 0;
    JsonToken token = parser.nextToken();
    while (token.isNumeric() || token == JsonToken.VALUE_NULL) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = token == JsonToken.VALUE_NULL ? Double.NaN : number();
      token = parser.nextToken();
    }
    if (token == JsonToken.END_ARRAY) {
      return new Json.Numbers(Arrays.copyOf(numbers, size), line, column);
    }
    List<Json> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      elements.add(
          Double.isNaN(numbers[i])
              ? new Json.Null(line, column)
              : new Json.Numeric(numbers[i], line, column));
    }
    for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      elements.add(value(token));
    }
    return new Json.Elements(elements, line, column);
  }
}
