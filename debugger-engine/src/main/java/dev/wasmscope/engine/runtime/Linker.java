package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.DataSegment;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.Global;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.module.Table;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import java.util.List;
import java.util.Optional;

/** Makes instances of valid modules (§4.7.3). */
public final class Linker {

  private final Store store;
  private final Executor executor;

  /**
   * A linker of modules into {@code store}.
   *
   * @param executor evaluates constant expressions and runs start functions, on the calling thread
   */
  public Linker(Store store, Executor executor) {
    this.store = store;
    this.executor = executor;
  }

  /**
   * Instantiates a module and runs its start function.
   *
   * @param module valid
   * @param spans where its parts stand in its input, for diagnostics
   * @throws dev.wasmscope.wasm.source.DiagnosticException if an import is missing or does not fit,
   *     or a memory or table is too large
   * @throws dev.wasmscope.engine.trap.Trap if an active segment is out of bounds or the start
   *     function traps; what was written before stays
   */
  public Instance instantiate(Module module, Spans spans, Imports imports) {
    Instance instance = allocate(module, spans, imports);
    start(instance);
    return instance;
  }

  /** All of {@link #instantiate} but what can trap: copying active segments, starting. */
  public Instance allocate(Module module, Spans spans, Imports imports) {
    Instance instance = new Instance(store, IndexSpaces.of(module));
    new ImportResolver(instance, imports, spans).resolve();
    allocateFunctions(instance);
    allocateMemoriesAndTags(instance);
    allocateGlobals(instance);
    allocateTables(instance);
    instance.putExports();
    for (int i = 0; i < module.data().size(); i++) {
      instance.putData(i, module.data().get(i).bytes());
    }
    for (int i = 0; i < module.elements().size(); i++) {
      instance.putElements(i, references(instance, module.elements().get(i)));
    }
    store.allocated(instance);
    return instance;
  }

  /** The rest of {@link #instantiate}: active segments, then the start function. */
  public void start(Instance instance) {
    Module module = instance.module();
    for (int i = 0; i < module.elements().size(); i++) {
      copyElements(instance, i, module.elements().get(i).mode());
    }
    for (int i = 0; i < module.data().size(); i++) {
      copyData(instance, i, module.data().get(i));
    }
    if (module.start().isPresent()) {
      executor.invoke(instance.function(module.start().getAsInt()), List.of());
    }
  }

  private static void allocateFunctions(Instance instance) {
    IndexSpaces spaces = instance.spaces();
    for (int i = spaces.importedFunctions(); i < spaces.functions().size(); i++) {
      int number = instance.typeNumber(spaces.functions().get(i));
      var function =
          new WasmFunction(
              instance, i, spaces.defined(i), number, instance.store().types().func(number));
      instance.put(Definition.Kind.FUNCTION, i, function);
    }
  }

  private void allocateMemoriesAndTags(Instance instance) {
    IndexSpaces spaces = instance.spaces();
    for (int i = spaces.importedMemories(); i < spaces.memories().size(); i++) {
      instance.put(Definition.Kind.MEMORY, i, new MemoryInstance(store, spaces.memories().get(i)));
    }
    for (int i = spaces.importedTags(); i < spaces.tags().size(); i++) {
      int number = instance.typeNumber(spaces.tags().get(i).typeIndex());
      String name = instance.nameOf(Names.Space.TAG, i);
      instance.put(Definition.Kind.TAG, i, new TagInstance(store, name, number));
    }
  }

  private void allocateGlobals(Instance instance) {
    int index = instance.spaces().importedGlobals();
    for (Global global : instance.module().globals()) {
      GlobalType type =
          new GlobalType(instance.toStore().rename(global.type().type()), global.type().mutable());
      Value value = executor.evaluate(instance, global.init(), type.type());
      instance.put(Definition.Kind.GLOBAL, index++, new GlobalInstance(type, value));
    }
  }

  private void allocateTables(Instance instance) {
    int index = instance.spaces().importedTables();
    for (Table table : instance.module().tables()) {
      RefType element = instance.toStore().rename(table.type().element());
      TableType type = new TableType(table.type().address(), table.type().limits(), element);
      Optional<ByteSlice> init = table.init();
      Object initial =
          init.isPresent() ? executor.evaluate(instance, init.get(), element).slotObject() : null;
      instance.put(Definition.Kind.TABLE, index++, new TableInstance(store, type, initial));
    }
  }

  private Object[] references(Instance instance, ElementSegment segment) {
    Object[] references = new Object[segment.items().size()];
    switch (segment.items()) {
      case ElementSegment.Functions(List<Integer> indices) -> {
        for (int i = 0; i < references.length; i++) {
          references[i] = instance.function(indices.get(i));
        }
      }
      case ElementSegment.Expressions(List<ByteSlice> expressions) -> {
        RefType type = instance.toStore().rename(segment.type());
        for (int i = 0; i < references.length; i++) {
          references[i] = executor.evaluate(instance, expressions.get(i), type).slotObject();
        }
      }
    }
    return references;
  }

  private void copyElements(Instance instance, int index, SegmentMode mode) {
    if (mode instanceof SegmentMode.Active(int target, ByteSlice offset)) {
      TableInstance table = instance.table(target);
      long at = address(instance, offset, table.is64());
      Object[] references = instance.elements(index);
      table.init(at, references, 0, references.length);
    }
    if (!(mode instanceof SegmentMode.Passive)) {
      instance.dropElements(index);
    }
  }

  private void copyData(Instance instance, int index, DataSegment segment) {
    if (segment.mode() instanceof SegmentMode.Active(int target, ByteSlice offset)) {
      MemoryInstance memory = instance.memory(target);
      long at = address(instance, offset, memory.is64());
      memory.init(at, segment.bytes(), 0, segment.bytes().length());
      instance.dropData(index);
    }
  }

  private long address(Instance instance, ByteSlice offset, boolean is64) {
    long bits = executor.evaluate(instance, offset, is64 ? NumType.I64 : NumType.I32).slotBits();
    return is64 ? bits : bits & 0xffff_ffffL;
  }
}
