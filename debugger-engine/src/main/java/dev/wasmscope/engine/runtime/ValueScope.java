package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What type indices and names in the text of a value mean. Without an instance a text can be
 * checked, but references made of it point to nothing that could run.
 */
public final class ValueScope {

  /** A scope without types and names. */
  static final ValueScope EMPTY = of(new ModuleBuilder().build());

  private final IndexSpaces spaces;
  private final Optional<Instance> instance;
  private final Lazy<Types> types;

  /** The store's types, and which of them are the module's, by index. */
  private record Types(StoreTypes store, IntUnaryOperator numbers) {}

  private ValueScope(IndexSpaces spaces, Optional<Instance> instance) {
    this.spaces = spaces;
    this.instance = instance;
    this.types = new Lazy<>(() -> instance.map(ValueScope::types).orElseGet(() -> types(spaces)));
  }

  private static Types types(Instance instance) {
    return new Types(instance.store().types(), instance::typeNumber);
  }

  /** Those of a store that has nothing but the module. */
  private static Types types(IndexSpaces spaces) {
    StoreTypes store = new StoreTypes();
    int[] numbers = store.intern(spaces.module().types());
    return new Types(store, index -> numbers[index]);
  }

  /** The scope of {@code module}, to check texts before it runs. */
  public static ValueScope of(Module module) {
    return new ValueScope(IndexSpaces.of(module), Optional.empty());
  }

  /** The scope of {@code instance}, to make its values. */
  public static ValueScope of(Instance instance) {
    return new ValueScope(instance.spaces(), Optional.of(instance));
  }

  /** A type in the notation of the text format, with the names of types. */
  public String describe(StorageType type) {
    return type instanceof RefType(boolean nullable, TypeIndex(int index))
        ? spaces
            .module()
            .names()
            .of(Names.Space.TYPE, index)
            .map(name -> "(ref " + (nullable ? "null " : "") + "$" + name + ")")
            .orElse(type.toString())
        : type.toString();
  }

  /** The parameters and results of a function, as {@code [i32, (ref $Person)] -> [i32]}. */
  public String describe(FuncType type) {
    return describe(type.params()) + " -> " + describe(type.results());
  }

  /** Types in brackets. */
  public String describe(List<ValType> types) {
    return types.stream().map(this::describe).collect(Collectors.joining(", ", "[", "]"));
  }

  CompositeType composite(TypeIndex type) {
    return spaces.types().get(type.index()).composite();
  }

  /** A new structure of a type, all fields zero or null. */
  StructInstance newStruct(TypeIndex type) {
    return types.get().store().heap().newStruct(typeNumber(type));
  }

  /** A new array of a type, all elements zero or null. */
  ArrayInstance newArray(TypeIndex type, int length) {
    return types.get().store().heap().newArray(typeNumber(type), length);
  }

  private int typeNumber(TypeIndex type) {
    return types.get().numbers().applyAsInt(type.index());
  }

  Optional<TypeIndex> typeCalled(String name) {
    return boxed(spaces.module().names().indexOf(Names.Space.TYPE, name)).map(TypeIndex::new);
  }

  Optional<String> field(TypeIndex type, int field) {
    return spaces.module().names().of(Names.NestedSpace.FIELD, type.index(), field);
  }

  /** The function with this name, export or index; any object if there is no instance. */
  Optional<Object> function(String name) {
    int count = spaces.functions().size();
    OptionalInt index =
        name.matches("[0-9]{1,9}")
            ? OptionalInt.of(Integer.parseInt(name))
            : IntStream.range(0, count).filter(f -> spaces.displayName(f).equals(name)).findFirst();
    return boxed(index)
        .filter(f -> f < count)
        .map(f -> instance.<Object>map(i -> i.function(f)).orElse(this));
  }

  private static Optional<Integer> boxed(OptionalInt index) {
    return index.isPresent() ? Optional.of(index.getAsInt()) : Optional.empty();
  }
}
