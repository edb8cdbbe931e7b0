package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Names;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a printed module speaks of its parts: by identifiers, and types by index or written out. Safe
 * for use by several threads.
 */
final class PrintNames {

  private final Names names;
  private final boolean inlineTypes;
  private final Map<Names.Space, IdentifierMap> flat = new EnumMap<>(Names.Space.class);
  private final Map<Integer, IdentifierMap> fields = new ConcurrentHashMap<>();

  PrintNames(Names all, PrintOptions options) {
    names = options.names() ? all : Names.NONE;
    inlineTypes = options.inlineTypes();
    names.flat().forEach((space, map) -> flat.put(space, IdentifierMap.of(map)));
  }

  /** Whether function types are written out where that means the same. */
  boolean inlineTypes() {
    return inlineTypes;
  }

  /** The module's own identifier, or null. */
  Identifier module() {
    return names
        .module()
        .map(
            name -> {
              Identifier identifier = Identifier.saying(name);
              return identifier == null ? Identifier.instead("$_", name) : identifier;
            })
        .orElse(null);
  }

  IdentifierMap of(Names.Space space) {
    return flat.getOrDefault(space, IdentifierMap.NONE);
  }

  /** Identifiers of the fields of a type. */
  IdentifierMap fields(int type) {
    return fields.computeIfAbsent(type, t -> nested(Names.NestedSpace.FIELD, t));
  }

  /** Identifiers of the parameters and locals of a function. */
  IdentifierMap locals(int function) {
    return nested(Names.NestedSpace.LOCAL, function);
  }

  private IdentifierMap nested(Names.NestedSpace space, int owner) {
    return IdentifierMap.of(namesOf(space, owner));
  }

  private Map<Integer, String> namesOf(Names.NestedSpace space, int owner) {
    return names.nested().getOrDefault(space, Map.of()).getOrDefault(owner, Map.of());
  }

  /** Names of the labels of a function, by the ordinal of the block. */
  Map<Integer, String> labels(int function) {
    return namesOf(Names.NestedSpace.LABEL, function);
  }
}
