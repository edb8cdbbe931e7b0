package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.TypeRenaming;
import dev.wasmscope.wasm.valid.CodeInfos;
import dev.wasmscope.wasm.valid.ModuleContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A module at run time (§4.2.5): its definitions and imports by index. Made by {@link Linker}; the
 * parts are filled in during instantiation and stay then, except that segments can be dropped.
 */
public final class Instance {

  private final Store store;
  private final IndexSpaces spaces;
  private final int[] typeNumbers;
  private final FunctionInstance[] functions;
  private final TableInstance[] tables;
  private final MemoryInstance[] memories;
  private final GlobalInstance[] globals;
  private final TagInstance[] tags;
  private final Object[][] elements;
  private final ByteSlice[] data;
  private final Map<String, Extern> exports = new LinkedHashMap<>();
  private final Lazy<Map<Integer, Integer>> typeIndices = new Lazy<>(this::indexTypes);
  private final Lazy<ModuleContext> validation = new Lazy<>(this::makeContext);
  private final Lazy<CodeInfos> codeInfos = new Lazy<>(() -> CodeInfos.of(validation()));

  Instance(Store store, IndexSpaces spaces) {
    this.store = store;
    this.spaces = spaces;
    this.typeNumbers = store.types().intern(spaces.module().types());
    this.functions = new FunctionInstance[spaces.functions().size()];
    this.tables = new TableInstance[spaces.tables().size()];
    this.memories = new MemoryInstance[spaces.memories().size()];
    this.globals = new GlobalInstance[spaces.globals().size()];
    this.tags = new TagInstance[spaces.tags().size()];
    this.elements = new Object[spaces.module().elements().size()][];
    this.data = new ByteSlice[spaces.module().data().size()];
  }

  public Store store() {
    return store;
  }

  public Module module() {
    return spaces.module();
  }

  /** The module's index spaces. */
  public IndexSpaces spaces() {
    return spaces;
  }

  /** What validation knows of the module, for those who ask about its code again. */
  public ModuleContext validation() {
    return validation.get();
  }

  /** What validation knows of each function's code. */
  public CodeInfos codeInfos() {
    return codeInfos.get();
  }

  /** The module's own name, or an empty string. */
  public String name() {
    return module().names().module().orElse("");
  }

  /** The store's number of the type with {@code typeIndex}. */
  public int typeNumber(int typeIndex) {
    return typeNumbers[typeIndex];
  }

  /** The module's first type that has {@code number} in the store. */
  public OptionalInt typeIndex(int number) {
    Integer index = typeIndices.get().get(number);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  private Map<Integer, Integer> indexTypes() {
    Map<Integer, Integer> indices = new HashMap<>();
    for (int index = 0; index < typeNumbers.length; index++) {
      indices.putIfAbsent(typeNumbers[index], index);
    }
    return indices;
  }

  /** Translates the module's type indices to the store's numbers. */
  public TypeRenaming toStore() {
    return this::typeNumber;
  }

  public FunctionInstance function(int index) {
    return functions[index];
  }

  /** All functions, imported ones first. */
  public List<FunctionInstance> functions() {
    return List.of(functions);
  }

  public TableInstance table(int index) {
    return tables[index];
  }

  public List<TableInstance> tables() {
    return List.of(tables);
  }

  public MemoryInstance memory(int index) {
    return memories[index];
  }

  public int memoryCount() {
    return memories.length;
  }

  public List<MemoryInstance> memories() {
    return List.of(memories);
  }

  public GlobalInstance global(int index) {
    return globals[index];
  }

  public List<GlobalInstance> globals() {
    return List.of(globals);
  }

  public TagInstance tag(int index) {
    return tags[index];
  }

  public List<TagInstance> tags() {
    return List.of(tags);
  }

  /** The references of an element segment; none once it is dropped. */
  public Object[] elements(int segment) {
    return elements[segment];
  }

  /** The bytes of a data segment; none once it is dropped. */
  public ByteSlice data(int segment) {
    return data[segment];
  }

  /** Makes an element segment empty (elem.drop). */
  public void dropElements(int segment) {
    elements[segment] = new Object[0];
  }

  /** Makes a data segment empty (data.drop). */
  public void dropData(int segment) {
    data[segment] = ByteSlice.EMPTY;
  }

  /** What is exported, by name, in the module's order. */
  public Map<String, Extern> exports() {
    return Map.copyOf(exports);
  }

  /** What is exported under {@code name}. */
  public Optional<Extern> export(String name) {
    return Optional.ofNullable(exports.get(name));
  }

  /** The function exported under {@code name}. */
  public Optional<FunctionInstance> exportedFunction(String name) {
    return exports.get(name) instanceof FunctionInstance function
        ? Optional.of(function)
        : Optional.empty();
  }

  /** The memory exported under {@code name}. */
  public Optional<MemoryInstance> exportedMemory(String name) {
    return exports.get(name) instanceof MemoryInstance memory
        ? Optional.of(memory)
        : Optional.empty();
  }

  /** What users call a definition: its name, or its index in brackets. */
  String nameOf(Names.Space space, int index) {
    return module()
        .names()
        .of(space, index)
        .orElse(space.name().toLowerCase(java.util.Locale.ROOT) + "[" + index + "]");
  }

  private ModuleContext makeContext() {
    return ModuleContext.of(module(), FeatureSet.ALL, _ -> Span.at(0));
  }

  void put(Definition.Kind kind, int index, Extern extern) {
    switch (kind) {
      case FUNCTION -> functions[index] = (FunctionInstance) extern;
      case TABLE -> tables[index] = (TableInstance) extern;
      case MEMORY -> memories[index] = (MemoryInstance) extern;
      case GLOBAL -> globals[index] = (GlobalInstance) extern;
      case TAG -> tags[index] = (TagInstance) extern;
      default -> throw new IllegalArgumentException(kind.toString());
    }
  }

  void putElements(int segment, Object[] references) {
    elements[segment] = references;
  }

  void putData(int segment, ByteSlice bytes) {
    data[segment] = bytes;
  }

  void putExports() {
    for (Export export : module().exports()) {
      exports.put(
          export.name(),
          switch (export.kind()) {
            case FUNC -> functions[export.index()];
            case TABLE -> tables[export.index()];
            case MEMORY -> memories[export.index()];
            case GLOBAL -> globals[export.index()];
            case TAG -> tags[export.index()];
          });
    }
  }
}
