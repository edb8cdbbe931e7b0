package dev.wasmscope.engine.breakpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the documents about the format true. */
class BreakpointFormatTest {
  private static final Path FORMATS =
      Path.of(System.getProperty("wasmscope.root", "..")).resolve("docs/formats");

  @Test
  void theDocumentedExampleLoadsAndIsWrittenAsItStands() throws IOException {
    String text = Files.readString(FORMATS.resolve("breakpoints.md"));
    int start = text.indexOf("```json\n") + "```json\n".length();
    String example = text.substring(start, text.indexOf("```", start));
    BreakpointDocument document = DocumentReader.read("example", example.getBytes(UTF_8));
    assertEquals(List.of(), document.problems());
    assertEquals(7, document.loaded().breakpoints().size());
    assertEquals(example, new String(document.bytes(), UTF_8));
  }

  @Test
  void theSchemaKnowsTheSameFieldsAndWords() throws IOException {
    JsonNode schema =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(FORMATS.resolve("breakpoints.schema.json")));
    JsonNode fields = schema.at("/$defs/entry/properties");
    assertEquals(new HashSet<>(EntryReader.FIELDS), new HashSet<>(fields.propertyNames()));
    assertEquals(words(Kind.values(), Kind::keyword), words(fields.at("/kind/enum")));
    assertEquals(words(EventKind.values(), EventKind::keyword), words(fields.at("/event/enum")));
    assertEquals(words(Access.values(), Access::keyword), words(fields.at("/access/enum")));
    assertEquals(words(Target.When.values(), Target.When::keyword), words(fields.at("/when/enum")));
  }

  private static <E> Set<String> words(E[] values, Function<E, String> keyword) {
    return Arrays.stream(values).map(keyword).collect(Collectors.toSet());
  }

  private static Set<String> words(JsonNode list) {
    return list.values().stream().map(JsonNode::stringValue).collect(Collectors.toSet());
  }
}
