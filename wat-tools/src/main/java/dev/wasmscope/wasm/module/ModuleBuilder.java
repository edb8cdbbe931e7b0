package dev.wasmscope.wasm.module;

import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.TagType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Collects the parts of a {@link Module} in the order in which they are read. */
public final class ModuleBuilder {

  public final List<RecGroup> types = new ArrayList<>();
  public final List<Import> imports = new ArrayList<>();
  public final List<Function> functions = new ArrayList<>();
  public final List<Table> tables = new ArrayList<>();
  public final List<MemoryType> memories = new ArrayList<>();
  public final List<TagType> tags = new ArrayList<>();
  public final List<ByteSlice> strings = new ArrayList<>();
  public final List<Global> globals = new ArrayList<>();
  public final List<Export> exports = new ArrayList<>();
  public final List<ElementSegment> elements = new ArrayList<>();
  public final List<DataSegment> data = new ArrayList<>();
  public final List<CustomSection> customs = new ArrayList<>();
  private OptionalInt start = OptionalInt.empty();
  private boolean hasDataCount;
  private Names names = Names.NONE;

  /** Sets the start function. */
  public ModuleBuilder start(int function) {
    start = OptionalInt.of(function);
    return this;
  }

  /** Notes whether there is a data count section. */
  public ModuleBuilder hasDataCount(boolean present) {
    hasDataCount = present;
    return this;
  }

  /** Whether there is a data count section. */
  public boolean hasDataCount() {
    return hasDataCount;
  }

  public ModuleBuilder names(Names given) {
    names = given;
    return this;
  }

  public Module build() {
    return new Module(
        types,
        imports,
        functions,
        tables,
        memories,
        tags,
        strings,
        globals,
        exports,
        start,
        elements,
        data,
        hasDataCount,
        customs,
        names);
  }
}
