package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.type.FuncType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What a host offers to modules, by module name and field name. */
public final class Imports {

  private final Store store;
  private final Map<String, Map<String, Supplier<Extern>>> modules = new LinkedHashMap<>();
  private final List<ImportSource> fallbacks = new ArrayList<>();

  /** Nothing yet, for modules of {@code store}. */
  public Imports(Store store) {
    this.store = store;
  }

  /** Offers anything. */
  public Imports define(String module, String field, Extern extern) {
    return define(module, field, () -> extern);
  }

  private Imports define(String module, String field, Supplier<Extern> extern) {
    modules.computeIfAbsent(module, _ -> new LinkedHashMap<>()).put(field, extern);
    return this;
  }

  /** Offers a function of the host. */
  public Imports function(String module, String field, FuncType type, HostCode code) {
    return function(module, field, () -> type, code);
  }

  /** Offers a function of the host whose type is told when a module asks for it. */
  public Imports function(String module, String field, Supplier<FuncType> type, HostCode code) {
    Lazy<Extern> function =
        new Lazy<>(() -> new HostFunction(store, module, field, type.get(), code));
    return define(module, field, function::get);
  }

  /** Offers all exports of an instance under the module name {@code module}, instead of others. */
  public Imports instance(String module, Instance instance) {
    modules.remove(module);
    instance.exports().forEach((field, extern) -> define(module, field, extern));
    return this;
  }

  /**
   * Asks {@code source} for what is not defined here or has another type than is asked for, in the
   * order of these calls.
   */
  public Imports orElse(ImportSource source) {
    fallbacks.add(source);
    return this;
  }

  /** What is offered under the names of {@code wanted}, whatever its type. */
  Optional<Extern> find(Import wanted) {
    Map<String, Supplier<Extern>> offered = modules.getOrDefault(wanted.module(), Map.of());
    return Optional.ofNullable(offered.get(wanted.name())).map(Supplier::get);
  }

  /** What a fallback has for {@code wanted}. */
  Optional<Extern> fallback(Instance importer, Import wanted) {
    return fallbacks.stream().flatMap(f -> f.find(importer, wanted).stream()).findFirst();
  }

  /** The module names that something is offered under. */
  SortedSet<String> moduleNames() {
    return new TreeSet<>(modules.keySet());
  }

  /** The field names offered under {@code module}. */
  SortedSet<String> fields(String module) {
    return new TreeSet<>(modules.getOrDefault(module, Map.of()).keySet());
  }
}
