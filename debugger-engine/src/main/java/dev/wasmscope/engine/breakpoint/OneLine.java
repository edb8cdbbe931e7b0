package dev.wasmscope.engine.breakpoint;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** JSON on one line with spaces where people put them: {@code { "id": 1, "kind": "place" }}. */
final class OneLine {
  private OneLine() {}

  static String of(JsonNode node) {
    if (node.isObject() && !node.isEmpty()) {
      return node.properties().stream()
          .map(field -> quoted(field.getKey()) + ": " + of(field.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    } else if (node.isArray()) {
      return node.values().stream().map(OneLine::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return node.toString();
  }

  private static String quoted(String name) {
    return StringNode.valueOf(name).toString();
  }
}
