package dev.wasmscope.engine.breakpoint;

import dev.wasmscope.wasm.source.Nearest;
import dev.wasmscope.wasm.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the file's bytes. Whatever is wrong becomes a problem; nothing is thrown. */
final class DocumentReader {
  static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Entries are read one by one from the middle of the file, to know where each begins.
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final List<String> FIELDS = List.of("version", "module", "breakpoints", "$schema");

  private final String file;
  private final ObjectNode header = JsonNodeFactory.instance.objectNode();
  private final List<RawEntry> rawEntries = new ArrayList<>();
  private final List<BreakpointProblem> problems = new ArrayList<>();

  private record RawEntry(JsonNode node, int line, int column) {}

  private DocumentReader(String file) {
    this.file = file;
  }

  /**
   * Reads a document.
   *
   * @param file its name, for problems
   * @param bytes all of it; no bytes at all are an empty list
   */
  static BreakpointDocument read(String file, byte[] bytes) {
    DocumentReader reader = new DocumentReader(file);
    boolean readable = bytes.length == 0 || reader.parse(bytes);
    return readable
        ? new BreakpointDocument(reader.header, reader.entries(), reader.problems, true)
        : new BreakpointDocument(reader.header, List.of(), reader.problems, false);
  }

  private boolean parse(byte[] bytes) {
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      boolean read =
          switch (parser.nextToken()) {
            case START_ARRAY -> {
              list(parser);
              yield true;
            }
            case START_OBJECT -> object(parser);
            case null, default ->
                refuse(parser.currentTokenLocation(), "expected an object or a list");
          };
      if (read && parser.nextToken() != null) {
        return refuse(parser.currentTokenLocation(), "there is more text after the end");
      }
      return read && versionIsKnown();
    } catch (JacksonException e) {
      return refuse(location(e), "this is not JSON: " + firstLine(e.getOriginalMessage()));
    }
  }

  private boolean object(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      TokenStreamLocation at = parser.currentTokenLocation();
      JsonToken value = parser.nextToken();
      if (!name.equals("breakpoints")) {
        header.set(name, MAPPER.readTree(parser));
        doubt(name, at);
      } else if (value != JsonToken.START_ARRAY) {
        return refuse(parser.currentTokenLocation(), "breakpoints must be a list");
      } else {
        list(parser);
      }
    }
    return true;
  }

  private void list(JsonParser parser) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      TokenStreamLocation at = parser.currentTokenLocation();
      JsonNode node = MAPPER.readTree(parser);
      rawEntries.add(new RawEntry(node, at.getLineNr(), at.getColumnNr()));
    }
  }

  private void doubt(String name, TokenStreamLocation at) {
    if (!FIELDS.contains(name)) {
      Nearest.to(name, FIELDS)
          .ifPresent(
              near ->
                  report(
                      Severity.WARNING,
                      at,
                      "unknown field " + name + "; did you mean " + near + "?"));
    }
  }

  private boolean versionIsKnown() {
    JsonNode version = header.path("version");
    if (version.isMissingNode() || (version.isInt() && version.intValue() == VERSION)) {
      return true;
    }
    return refuse(
        TokenStreamLocation.NA,
        "version %s is not understood; this program reads version %d".formatted(version, VERSION));
  }

  private List<BreakpointDocument.Entry> entries() {
    Ids ids = new Ids();
    rawEntries.forEach(raw -> ids.reserve(new EntryReader(raw.node()).id()));
    List<BreakpointDocument.Entry> entries = new ArrayList<>();
    for (int i = 0; i < rawEntries.size(); i++) {
      entries.add(entry(rawEntries.get(i), i + 1, ids));
    }
    return entries;
  }

  private BreakpointDocument.Entry entry(RawEntry raw, int number, Ids ids) {
    EntryReader reader = new EntryReader(raw.node());
    try {
      int id = ids.give(reader.id());
      Breakpoint breakpoint = reader.read(id);
      reader.doubts().forEach(doubt -> report(Severity.WARNING, raw, number, doubt));
      return new BreakpointDocument.Entry(withId(raw.node(), id), Optional.of(breakpoint));
    } catch (EntryException e) {
      report(Severity.ERROR, raw, number, e.getMessage());
      return new BreakpointDocument.Entry(raw.node(), Optional.empty());
    }
  }

  private static JsonNode withId(JsonNode node, int id) {
    if (node.path("id").isInt() && node.path("id").intValue() == id) {
      return node;
    }
    ObjectNode numbered = JsonNodeFactory.instance.objectNode().put("id", id);
    node.properties().stream()
        .filter(field -> !field.getKey().equals("id"))
        .forEach(field -> numbered.set(field.getKey(), field.getValue()));
    return numbered;
  }

  private void report(Severity severity, RawEntry raw, int number, String message) {
    problems.add(new BreakpointProblem(severity, file, raw.line(), raw.column(), number, message));
  }

  private void report(Severity severity, TokenStreamLocation at, String message) {
    int line = Math.max(0, at.getLineNr());
    int column = line == 0 ? 0 : Math.max(1, at.getColumnNr());
    problems.add(new BreakpointProblem(severity, file, line, column, 0, message));
  }

  private boolean refuse(TokenStreamLocation at, String message) {
    report(Severity.ERROR, at, message);
    return false;
  }

  private static TokenStreamLocation location(JacksonException e) {
    return Objects.requireNonNullElse(e.getLocation(), TokenStreamLocation.NA);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
