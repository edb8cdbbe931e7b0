package dev.wasmscope.wasm.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Identifiers for the names of one index space: valid, and no two alike. */
final class IdentifierMap {

  static final IdentifierMap NONE = new IdentifierMap(Map.of());

  private final Map<Integer, Identifier> identifiers;

  private IdentifierMap(Map<Integer, Identifier> identifiers) {
    this.identifiers = identifiers;
  }

  /** Identifiers for {@code names}, by index; of equal names the first keeps it. */
  static IdentifierMap of(Map<Integer, String> names) {
    if (names.isEmpty()) {
      return NONE;
    }
    Map<Integer, Identifier> identifiers = new HashMap<>();
    Set<String> taken = new HashSet<>();
    Map<Integer, String> left = new TreeMap<>();
    new TreeMap<>(names)
        .forEach(
            (index, name) -> {
              Identifier identifier = Identifier.saying(name);
              if (identifier != null && taken.add(name)) {
                identifiers.put(index, identifier);
              } else {
                left.put(index, name);
              }
            });
    left.forEach(
        (index, name) -> {
          String word = "_" + index;
          while (!taken.add(word)) {
            word += "_";
          }
          identifiers.put(index, Identifier.instead("$" + word, name));
        });
    return new IdentifierMap(identifiers);
  }

  /** The identifier of the member {@code index}, or null. */
  Identifier get(int index) {
    return identifiers.get(index);
  }

  /** Prints how the member {@code index} is spoken of, behind a space. */
  void reference(TextBuilder out, int index) {
    Identifier identifier = identifiers.get(index);
    out.add(' ');
    if (identifier == null) {
      out.unsigned(index);
    } else {
      out.add(identifier.text());
    }
  }
}
