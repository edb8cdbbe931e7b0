package dev.wasmscope.wasm.module;

import dev.wasmscope.wasm.type.ExternFunc;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TagType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The index spaces of a module (§2.5.1): imports first, then definitions. Lists are by index.
 *
 * @param types all types of all recursion groups
 * @param functions type index of each function
 * @param importedFunctions how many of the functions are imports
 */
public record IndexSpaces(
    Module module,
    List<SubType> types,
    List<Integer> functions,
    int importedFunctions,
    List<TableType> tables,
    int importedTables,
    List<MemoryType> memories,
    int importedMemories,
    List<GlobalType> globals,
    int importedGlobals,
    List<TagType> tags,
    int importedTags) {

  /** Counts the index spaces of {@code module}. */
  public static IndexSpaces of(Module module) {
    List<Integer> functions = new ArrayList<>();
    List<TableType> tables = new ArrayList<>();
    List<MemoryType> memories = new ArrayList<>();
    List<GlobalType> globals = new ArrayList<>();
    List<TagType> tags = new ArrayList<>();
    for (Import imported : module.imports()) {
      switch (imported.type()) {
        case ExternFunc(int typeIndex) -> functions.add(typeIndex);
        case TableType type -> tables.add(type);
        case MemoryType type -> memories.add(type);
        case GlobalType type -> globals.add(type);
        case TagType type -> tags.add(type);
      }
    }
    int[] imported = {
      functions.size(), tables.size(), memories.size(), globals.size(), tags.size()
    };
    module.functions().forEach(f -> functions.add(f.typeIndex()));
    module.tables().forEach(t -> tables.add(t.type()));
    memories.addAll(module.memories());
    module.globals().forEach(g -> globals.add(g.type()));
    tags.addAll(module.tags());
    List<SubType> types = module.types().stream().flatMap(g -> g.types().stream()).toList();
    return new IndexSpaces(
        module,
        types,
        functions,
        imported[0],
        tables,
        imported[1],
        memories,
        imported[2],
        globals,
        imported[3],
        tags,
        imported[4]);
  }

  /** The function type with this index, if there is one and it is a function type. */
  public Optional<FuncType> funcType(int typeIndex) {
    return typeIndex >= 0
            && typeIndex < types.size()
            && types.get(typeIndex).composite() instanceof FuncType type
        ? Optional.of(type)
        : Optional.empty();
  }

  /** Whether the function is defined in the module, not imported. */
  public boolean isDefined(int function) {
    return function >= importedFunctions && function < functions.size();
  }

  /** The definition of a function that is not imported. */
  public Function defined(int function) {
    return module.functions().get(function - importedFunctions);
  }

  /** What users call a function: its name, or the one it is exported or imported under. */
  public String displayName(int function) {
    Optional<String> name = module.names().function(function);
    if (name.isPresent()) {
      return name.get();
    }
    if (function < importedFunctions) {
      Import imported =
          module.imports().stream()
              .filter(i -> i.kind() == ExternKind.FUNC)
              .skip(function)
              .findFirst()
              .orElseThrow();
      return imported.module() + "." + imported.name();
    }
    return module.exports().stream()
        .filter(e -> e.kind() == ExternKind.FUNC && e.index() == function)
        .map(Export::name)
        .findFirst()
        .orElse("func[" + function + "]");
  }
}
