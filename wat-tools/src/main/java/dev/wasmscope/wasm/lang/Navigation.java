package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.NameUse;
import java.util.List;
import java.util.Optional;

/** Where names are defined and used. */
public final class Navigation {

  private Navigation() {}

  /** Where the name or index at {@code offset} is defined. */
  public static Optional<Span> definition(WatDocument document, int offset) {
    return document.useAt(offset).flatMap(use -> definition(document, use.target()));
  }

  private static Optional<Span> definition(WatDocument document, NameUse.Target target) {
    Optional<Span> identifier =
        document.uses().stream()
            .filter(use -> use.isDefinition() && use.target().equals(target))
            .map(NameUse::span)
            .findFirst();
    return identifier.or(() -> field(document, target));
  }

  private static Optional<Span> field(WatDocument document, NameUse.Target target) {
    return switch (target.space()) {
      case LOCAL, LABEL, FIELD -> Optional.empty();
      default ->
          document.map().definition(Definition.Kind.valueOf(target.space().name()), target.index());
    };
  }

  /** All places that speak of what the name or index at {@code offset} stands for. */
  public static List<NameUse> references(WatDocument document, int offset) {
    return document
        .useAt(offset)
        .map(NameUse::target)
        .map(target -> document.uses().stream().filter(u -> u.target().equals(target)).toList())
        .orElse(List.of());
  }
}
