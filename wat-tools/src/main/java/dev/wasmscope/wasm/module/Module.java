package dev.wasmscope.wasm.module;

import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.TagType;
import java.util.List;
import java.util.OptionalInt;

/**
 * A module (§2.5), immutable. Lists hold what the module defines itself; {@link IndexSpaces} counts
 * imports in.
 *
 * @param types recursion groups of the type section
 * @param strings literals in WTF-8, of the reference-typed strings proposal
 * @param start index of the start function
 * @param hasDataCount whether there is a data count section
 * @param customs all custom sections of the input, the name section too
 * @param names identifiers of the text, or what could be read of the name section
 */
public record Module(
    List<RecGroup> types,
    List<Import> imports,
    List<Function> functions,
    List<Table> tables,
    List<MemoryType> memories,
    List<TagType> tags,
    List<ByteSlice> strings,
    List<Global> globals,
    List<Export> exports,
    OptionalInt start,
    List<ElementSegment> elements,
    List<DataSegment> data,
    boolean hasDataCount,
    List<CustomSection> customs,
    Names names) {

  public Module {
    types = List.copyOf(types);
    imports = List.copyOf(imports);
    functions = List.copyOf(functions);
    tables = List.copyOf(tables);
    memories = List.copyOf(memories);
    tags = List.copyOf(tags);
    strings = List.copyOf(strings);
    globals = List.copyOf(globals);
    exports = List.copyOf(exports);
    elements = List.copyOf(elements);
    data = List.copyOf(data);
    customs = List.copyOf(customs);
  }
}
