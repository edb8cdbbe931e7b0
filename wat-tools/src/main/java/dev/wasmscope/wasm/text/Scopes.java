package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Names;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** All index spaces of a module that is being parsed. */
final class Scopes {

  private final NameUse.Listener listener;
  private final Findings findings;
  private final Map<NameUse.Space, NameScope> spaces = new EnumMap<>(NameUse.Space.class);
  private final Map<Integer, NameScope> fields = new HashMap<>();
  private final Names.Builder names = new Names.Builder();

  Scopes(NameUse.Listener listener, Findings findings) {
    this.listener = listener;
    this.findings = findings;
    for (NameUse.Space space : NameUse.Space.values()) {
      spaces.put(space, new NameScope(space, listener, findings));
    }
  }

  /**
   * The module's identifiers for another thread, while none is bound; with locals, labels and names
   * of its own.
   */
  Scopes reader(Findings readersFindings) {
    var reader = new Scopes(NameUse.Listener.NONE, readersFindings);
    for (NameUse.Space space : NameUse.Space.values()) {
      if (space != NameUse.Space.LOCAL && space != NameUse.Space.LABEL) {
        reader.spaces.put(space, of(space).reader(readersFindings));
      }
    }
    fields.forEach((type, scope) -> reader.fields.put(type, scope.reader(readersFindings)));
    return reader;
  }

  NameUse.Listener listener() {
    return listener;
  }

  Findings findings() {
    return findings;
  }

  NameScope of(NameUse.Space space) {
    return spaces.get(space);
  }

  /** The fields of a structure type. */
  NameScope fieldsOf(int type) {
    return fields.computeIfAbsent(
        type,
        owner -> {
          var scope = new NameScope(NameUse.Space.FIELD, listener, findings);
          scope.restart(owner);
          return scope;
        });
  }

  /** The names given so far. */
  Names.Builder names() {
    return names;
  }

  /** Notes the name of a member, if it has one. */
  void name(Names.Space space, int index, String name) {
    if (name != null) {
      names.put(space, index, name);
    }
  }

  /** Notes the name of a member of a member, if it has one. */
  void name(Names.NestedSpace space, int owner, int index, String name) {
    if (name != null) {
      names.put(space, owner, index, name);
    }
  }
}
