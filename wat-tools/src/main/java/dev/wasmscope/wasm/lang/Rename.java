package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.text.NameUse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renames identifiers. */
public final class Rename {

  private Rename() {}

  /** Why {@code name} cannot be the new name of what stands at {@code offset}; empty if it can. */
  public static Optional<String> objection(WatDocument document, int offset, String name) {
    if (!name.matches("\\$[0-9A-Za-z!#$%&'*+\\-./:<=>?@\\\\^_`|~]+")) {
      return Optional.of(
          "An identifier is a $ and then letters, digits and !#$%&'*+-./:<=>?@\\^_`|~.");
    }
    Optional<NameUse.Target> target = document.useAt(offset).map(NameUse::target);
    if (target.isEmpty()) {
      return Optional.of("There is no name here.");
    }
    boolean taken =
        document.uses().stream()
            .filter(use -> use.isDefinition() && isBeside(use.target(), target.get()))
            .anyMatch(use -> text(document, use).equals(name));
    return taken
        ? Optional.of(name + " is another " + target.get().space().keyword() + " already.")
        : Optional.empty();
  }

  private static boolean isBeside(NameUse.Target one, NameUse.Target other) {
    return one.space() == other.space()
        && one.owner() == other.owner()
        && one.index() != other.index();
  }

  private static String text(WatDocument document, NameUse use) {
    return new String(
        document.bytes(), use.span().start(), use.span().length(), StandardCharsets.UTF_8);
  }

  /** The changes that give what stands at {@code offset} the new {@code name}, in order. */
  public static List<TextEdit> edits(WatDocument document, int offset, String name) {
    List<TextEdit> edits = new ArrayList<>();
    for (NameUse use : Navigation.references(document, offset)) {
      if (text(document, use).startsWith("$")) {
        edits.add(new TextEdit(use.span(), name));
      }
    }
    return edits;
  }
}
