package dev.wasmscope.engine.script;

import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Store;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the names of a script, or of one of its threads, stand for. */
final class NameSpaces {

  private final Map<String, CompiledModule.Valid> definitions = new HashMap<>();
  private final Map<String, Instance> instances = new HashMap<>();
  private final Map<String, Instance> registered = new LinkedHashMap<>();
  private CompiledModule.Valid latestDefinition;
  private Instance latestInstance;

  void define(Optional<String> name, CompiledModule.Valid definition) {
    latestDefinition = definition;
    name.ifPresent(n -> definitions.put(n, definition));
  }

  void bind(Optional<String> name, Instance instance) {
    latestInstance = instance;
    name.ifPresent(n -> instances.put(n, instance));
  }

  /** The definition with {@code name}, or the latest. */
  CompiledModule.Valid definition(Optional<String> name) {
    return found(name.map(definitions::get).orElse(latestDefinition), name, "module definition");
  }

  /** The instance with {@code name}, or the latest. */
  Instance instance(Optional<String> name) {
    return found(
        name.isPresent() ? instances.get(name.get()) : latestInstance, name, "module instance");
  }

  private static <T> T found(T thing, Optional<String> name, String kind) {
    if (thing == null) {
      throw new ScriptFault("there is no " + kind + " " + name.orElse("at all"));
    }
    return thing;
  }

  void register(String as, Instance instance) {
    registered.put(as, instance);
  }

  /** What modules may import: {@code spectest} and registered instances. */
  Imports imports(Store store, Map<String, Extern> spectest) {
    Imports imports = new Imports(store);
    spectest.forEach((field, extern) -> imports.define(Spectest.NAME, field, extern));
    registered.forEach(imports::instance);
    return imports;
  }
}
