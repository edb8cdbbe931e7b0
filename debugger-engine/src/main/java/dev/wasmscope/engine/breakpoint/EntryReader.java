package dev.wasmscope.engine.breakpoint;

import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionException;
import dev.wasmscope.engine.expression.HitCondition;
import dev.wasmscope.engine.expression.LogMessage;
import dev.wasmscope.wasm.source.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Understands one entry of the list. */
final class EntryReader {
  /** Every field that means something in an entry of some kind. */
  static final List<String> FIELDS =
      List.of(
          "id",
          "kind",
          "function",
          "offset",
          "line",
          "text",
          "file",
          "column",
          "when",
          "memory",
          "address",
          "length",
          "global",
          "access",
          "event",
          "name",
          "enabled",
          "condition",
          "hitCondition",
          "logMessage");

  private final JsonNode entry;
  private final Fields fields;

  EntryReader(JsonNode entry) {
    this.entry = entry;
    this.fields = new Fields(entry);
  }

  /**
   * The breakpoint of this entry.
   *
   * @param id if the entry has none of its own
   * @throws EntryException if it cannot be understood
   */
  Breakpoint read(int id) {
    if (!entry.isObject()) {
      throw new EntryException("an entry must be an object");
    }
    Target target = target();
    return new Breakpoint(
        id,
        target,
        fields.flag("enabled", true),
        checked("condition", Expression::parse),
        checked("hitCondition", HitCondition::parse),
        checked("logMessage", LogMessage::parse));
  }

  /** The entry's own id, if it has a usable one. */
  OptionalInt id() {
    return entry.path("id").isInt() && entry.path("id").intValue() > 0
        ? OptionalInt.of(entry.path("id").intValue())
        : OptionalInt.empty();
  }

  /** Warnings about fields that are probably misspelt. */
  List<String> doubts() {
    return entry.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .flatMap(
            name ->
                Nearest.to(name, FIELDS).stream()
                    .map(near -> "unknown field " + name + "; did you mean " + near + "?"))
        .toList();
  }

  private Target target() {
    return switch (kind()) {
      case PLACE -> place();
      case SOURCE ->
          new Target.AtSource(
              fields.requiredText("file"),
              fields.requiredInteger("line", 1),
              fields.integer("column", 1));
      case FUNCTION ->
          new Target.AtFunction(
              fields.requiredReference("function"),
              fields
                  .choice("when", Target.When.values(), Target.When::keyword)
                  .orElse(Target.When.ENTRY));
      case DATA -> data();
      case EVENT -> event();
    };
  }

  private Kind kind() {
    return fields.choice("kind", Kind.values(), Kind::keyword).orElseGet(this::inferredKind);
  }

  private Kind inferredKind() {
    if (fields.has("file")) {
      return Kind.SOURCE;
    } else if (fields.has("function")) {
      return fields.has("offset") || fields.has("line") ? Kind.PLACE : Kind.FUNCTION;
    } else if (fields.has("address") || fields.has("global")) {
      return Kind.DATA;
    } else if (fields.has("event")) {
      return Kind.EVENT;
    }
    throw new EntryException(
        "kind is missing, and there is no file, function, address, global or event to tell it");
  }

  private Target place() {
    IndexOrName function = fields.requiredReference("function");
    OptionalInt offset = fields.integer("offset", 0);
    OptionalInt line = fields.integer("line", 1);
    if (offset.isEmpty() && line.isEmpty()) {
      throw fields.missing("offset");
    }
    return new Target.AtPlace(function, offset, line, fields.text("text").orElse(""));
  }

  private Target data() {
    Access access = fields.choice("access", Access.values(), Access::keyword).orElse(Access.WRITE);
    if (fields.has("global")) {
      return new Target.OnGlobal(fields.requiredReference("global"), access);
    }
    long address = fields.number("address").orElseThrow(() -> fields.missing("address"));
    long length = fields.number("length").orElse(1);
    if (length <= 0) {
      throw new EntryException("length must be at least 1");
    }
    IndexOrName memory = fields.reference("memory").orElseGet(() -> new IndexOrName.Index(0));
    return new Target.OnMemory(memory, address, length, access);
  }

  private Target event() {
    EventKind event =
        fields
            .choice("event", EventKind.values(), EventKind::keyword)
            .orElseThrow(() -> fields.missing("event"));
    Optional<String> name = fields.text("name");
    if (name.isPresent() && event != EventKind.HOST_CALL) {
      throw new EntryException("name is only for the event \"host-call\"");
    }
    return new Target.OnEvent(event, name);
  }

  private Optional<String> checked(String name, Consumer<String> parser) {
    Optional<String> text = fields.text(name).filter(t -> !t.isBlank());
    try {
      text.ifPresent(parser);
      return text;
    } catch (ExpressionException e) {
      throw new EntryException(
          "%s \"%s\": %s (at character %d)"
              .formatted(name, e.source(), e.getMessage(), e.span().start() + 1));
    }
  }
}
