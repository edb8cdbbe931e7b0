package dev.wasmscope.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a key's value may look like, and how it is read. */
public enum ValueKind {
  BOOLEAN("true or false") {
    @Override
    Optional<Object> read(JsonNode node) {
      return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }
  },
  INTEGER("a whole number") {
    @Override
    Optional<Object> read(JsonNode node) {
      return node.canConvertToLong() && node.isIntegralNumber()
          ? Optional.of(node.longValue())
          : Optional.empty();
    }
  },
  TEXT("a string") {
    @Override
    Optional<Object> read(JsonNode node) {
      return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
  },
  TEXTS("a list of strings") {
    @Override
    Optional<Object> read(JsonNode node) {
      if (!node.isArray()) {
        return Optional.empty();
      }
      List<String> texts = new ArrayList<>();
      for (JsonNode element : node) {
        if (!element.isString()) {
          return Optional.empty();
        }
        texts.add(element.stringValue());
      }
      return Optional.of(List.copyOf(texts));
    }
  },
  DURATION("a duration such as \"10ms\" or \"60s\"") {
    @Override
    Optional<Object> read(JsonNode node) {
      return node.isString()
          ? DurationText.parse(node.stringValue()).map(Object.class::cast)
          : Optional.empty();
    }
  },
  SIZE("a size such as \"128MiB\"") {
    @Override
    Optional<Object> read(JsonNode node) {
      if (!node.isString() && !node.isIntegralNumber()) {
        return Optional.empty();
      }
      return SizeText.parse(node.asString()).stream().mapToObj(Object.class::cast).findFirst();
    }
  };

  private final String description;

  ValueKind(String description) {
    this.description = description;
  }

  /** The kind in words, for messages. */
  String description() {
    return description;
  }

  /** The value as a Java object: Boolean, Long, String, List of String, Duration or Long bytes. */
  abstract Optional<Object> read(JsonNode node);
}
