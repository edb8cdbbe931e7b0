package dev.wasmscope.app.program;

import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.ImportSource;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.TagInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.module.Import;
import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TagType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Stands in for what nobody provides: functions answer zero or null, globals are that, memories and
 * tables are as small as is asked for. The first call of each function is remarked, and in the end
 * how often it was called.
 */
final class StubImports implements ImportSource {

  private static final int MOST_NAMES = 20;

  private final Consumer<String> remarks;
  private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();

  StubImports(Consumer<String> remarks) {
    this.remarks = remarks;
  }

  @Override
  public Optional<Extern> find(Instance importer, Import wanted) {
    Store store = importer.store();
    return switch (wanted.type()) {
      case ExternFunc(int typeIndex) -> Optional.of(function(importer, wanted, typeIndex));
      case MemoryType memory -> Optional.of(new MemoryInstance(store, memory));
      case TableType(var address, var limits, var element) -> {
        RefType renamed = importer.toStore().rename(element);
        yield hasZero(renamed)
            ? Optional.of(new TableInstance(store, new TableType(address, limits, renamed), null))
            : Optional.empty();
      }
      case GlobalType(var content, boolean mutable) -> {
        ValType renamed = importer.toStore().rename(content);
        yield hasZero(renamed)
            ? Optional.of(new GlobalInstance(new GlobalType(renamed, mutable), Value.zero(renamed)))
            : Optional.empty();
      }
      case TagType(int typeIndex) ->
          Optional.of(new TagInstance(store, wanted.name(), importer.typeNumber(typeIndex)));
    };
  }

  private HostFunction function(Instance importer, Import wanted, int typeIndex) {
    FuncType type = importer.store().types().func(importer.typeNumber(typeIndex));
    String name = wanted.module() + "." + wanted.name();
    AtomicLong count = calls.computeIfAbsent(name, _ -> new AtomicLong());
    return new HostFunction(
        importer.store(), wanted.module(), wanted.name(), type, _ -> called(name, count));
  }

  private static boolean hasZero(ValType type) {
    return !(type instanceof RefType reference) || reference.nullable();
  }

  private void called(String name, AtomicLong count) {
    if (count.incrementAndGet() == 1) {
      remarks.accept("stub: " + name + " was called; it answers zero or null");
    }
  }

  /** Says which functions are stubs. */
  void remarkLinked() {
    if (!calls.isEmpty()) {
      List<String> names = calls.keySet().stream().sorted().toList();
      String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
      String more =
          names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
      remarks.accept("stub: nobody provides " + shown + more);
    }
  }

  /** Says how often each was called, if it was more than once. */
  void remarkCounts() {
    new TreeMap<>(calls)
        .forEach(
            (name, count) -> {
              if (count.get() > 1) {
                remarks.accept("stub: " + name + " was called " + count + " times");
              }
            });
  }
}
