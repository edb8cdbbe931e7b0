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
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TagType;
import dev.wasmscope.wasm.type.ValType;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Stands in for what nobody provides: functions answer zero or null, globals are that, memories and
 * tables are as small as is asked for.
 *
 * @param log is told of the first call of each function
 */
record StubImports(Consumer<String> log) implements ImportSource {

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
    var type = importer.store().types().func(importer.typeNumber(typeIndex));
    AtomicBoolean called = new AtomicBoolean();
    return new HostFunction(
        importer.store(),
        wanted.module(),
        wanted.name(),
        type,
        _ -> {
          if (!called.getAndSet(true)) {
            log.accept("stub: %s.%s answers zero".formatted(wanted.module(), wanted.name()));
          }
        });
  }

  private static boolean hasZero(ValType type) {
    return !(type instanceof RefType reference) || reference.nullable();
  }
}
