package dev.wasmscope.engine.breakpoint;

import dev.wasmscope.wasm.source.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The fields of an entry by type. A field that is absent or null is empty; one of a wrong type is
 * an {@link EntryException}.
 */
final class Fields {
  private final JsonNode object;

  Fields(JsonNode object) {
    this.object = object;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  Optional<String> text(String name) {
    return value(name)
        .map(
            node -> {
              if (!node.isString()) {
                throw wrong(name, "a string", node);
              }
              return node.stringValue();
            });
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  boolean flag(String name, boolean otherwise) {
    return value(name)
        .map(
            node -> {
              if (!node.isBoolean()) {
                throw wrong(name, "true or false", node);
              }
              return node.booleanValue();
            })
        .orElse(otherwise);
  }

  /** A number, or a string with a decimal or hexadecimal one; at most 64 bits, unsigned. */
  OptionalLong number(String name) {
    return value(name)
        .map(node -> OptionalLong.of(unsigned(name, node)))
        .orElseGet(OptionalLong::empty);
  }

  /** A number between {@code least} and the greatest {@code int}. */
  OptionalInt integer(String name, int least) {
    OptionalLong number = number(name);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    long value = number.getAsLong();
    if (value < least || value > Integer.MAX_VALUE) {
      throw new EntryException(
          "%s must be between %d and %d, not %s"
              .formatted(name, least, Integer.MAX_VALUE, Long.toUnsignedString(value)));
    }
    return OptionalInt.of((int) value);
  }

  int requiredInteger(String name, int least) {
    return integer(name, least).orElseThrow(() -> missing(name));
  }

  /** A number or a numeric string is an index, any other string a name. */
  Optional<IndexOrName> reference(String name) {
    return value(name)
        .map(
            node -> {
              if (!parsed(node.asString("")).isEmpty()) {
                return new IndexOrName.Index(requiredInteger(name, 0));
              } else if (!node.isString() || node.stringValue().isBlank()) {
                throw wrong(name, "a name or an index", node);
              }
              return new IndexOrName.Name(node.stringValue());
            });
  }

  IndexOrName requiredReference(String name) {
    return reference(name).orElseThrow(() -> missing(name));
  }

  /** One of the words of an enumeration. */
  <E> Optional<E> choice(String name, E[] choices, Function<E, String> keyword) {
    return text(name)
        .map(
            word ->
                Arrays.stream(choices)
                    .filter(choice -> keyword.apply(choice).equals(word))
                    .findFirst()
                    .orElseThrow(() -> unknown(name, word, choices, keyword)));
  }

  EntryException missing(String name) {
    return new EntryException(name + " is missing");
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  private static long unsigned(String name, JsonNode node) {
    boolean written = node.isIntegralNumber() || node.isString();
    return (written ? parsed(node.asString()) : OptionalLong.empty())
        .orElseThrow(() -> wrong(name, "a number that is not negative", node));
  }

  private static OptionalLong parsed(String text) {
    String digits = text.strip();
    boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
    try {
      return OptionalLong.of(
          hex ? Long.parseUnsignedLong(digits, 2, digits.length(), 16) : decimal(digits));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  private static long decimal(String digits) {
    if (digits.startsWith("+")) {
      throw new NumberFormatException(digits);
    }
    return Long.parseUnsignedLong(digits);
  }

  private static EntryException wrong(String name, String expected, JsonNode found) {
    return new EntryException(name + " must be " + expected + ", not " + shown(found));
  }

  private static <E> EntryException unknown(
      String name, String word, E[] choices, Function<E, String> keyword) {
    List<String> known = Arrays.stream(choices).map(keyword).toList();
    String remedy =
        Nearest.to(word, known)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElseGet(
                () -> known.stream().collect(Collectors.joining("\", \"", "known are \"", "\"")));
    return new EntryException("unknown " + name + " \"" + word + "\"; " + remedy);
  }

  private static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
