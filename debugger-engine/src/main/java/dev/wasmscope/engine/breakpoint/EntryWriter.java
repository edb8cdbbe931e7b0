package dev.wasmscope.engine.breakpoint;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a breakpoint as an entry of the list. */
final class EntryWriter {
  private final ObjectNode entry = JsonNodeFactory.instance.objectNode();

  private EntryWriter() {}

  /**
   * The entry of {@code breakpoint}.
   *
   * @param before the entry it had; fields that mean nothing to us are taken over from it
   */
  static ObjectNode write(Breakpoint breakpoint, JsonNode before) {
    EntryWriter writer = new EntryWriter();
    writer.entry.put("id", breakpoint.id());
    writer.entry.put("kind", Kind.of(breakpoint.target()).keyword());
    writer.target(breakpoint.target());
    writer.entry.put("enabled", breakpoint.enabled());
    writer.optional("condition", breakpoint.condition());
    writer.optional("hitCondition", breakpoint.hitCondition());
    writer.optional("logMessage", breakpoint.logMessage());
    for (var field : before.properties()) {
      if (!EntryReader.FIELDS.contains(field.getKey())) {
        writer.entry.set(field.getKey(), field.getValue());
      }
    }
    return writer.entry;
  }

  private void target(Target target) {
    switch (target) {
      case Target.AtPlace place -> {
        reference("function", place.function());
        optional("offset", place.offset());
        optional("line", place.line());
        optional("text", Optional.of(place.text()).filter(text -> !text.isEmpty()));
      }
      case Target.AtSource source -> {
        entry.put("file", source.file());
        entry.put("line", source.line());
        optional("column", source.column());
      }
      case Target.AtFunction function -> {
        reference("function", function.function());
        entry.put("when", function.when().keyword());
      }
      case Target.OnMemory memory -> {
        reference("memory", memory.memory());
        entry.put("address", "0x" + Long.toHexString(memory.address()));
        entry.put("length", memory.length());
        entry.put("access", memory.access().keyword());
      }
      case Target.OnGlobal global -> {
        reference("global", global.global());
        entry.put("access", global.access().keyword());
      }
      case Target.OnEvent event -> {
        entry.put("event", event.event().keyword());
        optional("name", event.name());
      }
    }
  }

  private void reference(String name, IndexOrName reference) {
    switch (reference) {
      case IndexOrName.Index(int index) -> entry.put(name, index);
      case IndexOrName.Name(String text) -> entry.put(name, text);
    }
  }

  private void optional(String name, Optional<String> value) {
    value.ifPresent(text -> entry.put(name, text));
  }

  private void optional(String name, OptionalInt value) {
    value.ifPresent(number -> entry.put(name, number));
  }
}
