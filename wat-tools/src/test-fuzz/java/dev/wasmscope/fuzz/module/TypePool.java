package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CanonicalTypes;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.HeapType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.PackedType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.Subtyping;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The types of a module: recursion groups of structures and arrays, and any function type. */
final class TypePool {

  static final List<ValType> NUMBERS =
      List.of(NumType.I32, NumType.I64, NumType.F32, NumType.F64, VecType.V128);

  private static final List<AbsHeapType> ABSTRACT =
      List.of(
          AbsHeapType.ANY,
          AbsHeapType.EQ,
          AbsHeapType.I31,
          AbsHeapType.STRUCT,
          AbsHeapType.ARRAY,
          AbsHeapType.FUNC,
          AbsHeapType.EXTERN,
          AbsHeapType.EXN,
          AbsHeapType.NONE,
          AbsHeapType.NOFUNC,
          AbsHeapType.NOEXTERN,
          AbsHeapType.NOEXN);

  private record Pair(ValType sub, ValType sup) {}

  private final Chance chance;
  private final Map<FuncType, Integer> functions = new HashMap<>();
  private final Map<Pair, Boolean> matches = new HashMap<>();
  private final List<RecGroup> groups = new ArrayList<>();
  private final List<SubType> types = new ArrayList<>();
  private final CanonicalTypes canonical = new CanonicalTypes();
  private final int shared;
  private int[] numbers = {};

  TypePool(Chance chance) {
    this.chance = chance;
    for (int group = chance.below(3); group >= 0; group--) {
      aggregates(1 + chance.below(4));
    }
    SubType open = new SubType(false, List.of(), new FuncType(List.of(NumType.I32), List.of()));
    SubType sub = new SubType(true, List.of(types.size()), open.composite());
    add(List.of(open, sub));
    for (int i = 0; i < 3; i++) {
      function(new FuncType(numbers(chance, 2), numbers(chance, 1)));
    }
    shared = types.size();
  }

  private void add(List<SubType> group) {
    types.addAll(group);
    groups.add(new RecGroup(group));
    numbers = canonical.intern(groups);
  }

  /** A group whose members may contain references to each other. */
  private void aggregates(int size) {
    int start = types.size();
    List<SubType> group = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      group.add(aggregate(group, start, start + size));
    }
    add(group);
  }

  private SubType aggregate(List<SubType> group, int start, int end) {
    boolean isFinal = chance.oneIn(3);
    List<Integer> open =
        IntStream.range(0, start + group.size())
            .filter(i -> !(i < start ? types.get(i) : group.get(i - start)).isFinal())
            .boxed()
            .toList();
    if (open.isEmpty() || chance.oneIn(2)) {
      CompositeType fresh =
          chance.oneIn(3)
              ? new ArrayType(new FieldType(storage(start, end), !chance.oneIn(4)))
              : new StructType(fields(start, end));
      return new SubType(isFinal, List.of(), fresh);
    }
    int sup = chance.any(open);
    CompositeType above = (sup < start ? types.get(sup) : group.get(sup - start)).composite();
    if (!(above instanceof StructType(var inherited))) {
      return new SubType(isFinal, List.of(sup), above);
    }
    List<FieldType> fields = new ArrayList<>(inherited);
    fields.addAll(fields(start, end));
    return new SubType(isFinal, List.of(sup), new StructType(fields));
  }

  private List<FieldType> fields(int start, int end) {
    return IntStream.range(0, chance.below(4))
        .mapToObj(_ -> new FieldType(storage(start, end), !chance.oneIn(3)))
        .toList();
  }

  private StorageType storage(int start, int end) {
    return switch (chance.below(8)) {
      case 0 -> PackedType.I8;
      case 1 -> PackedType.I16;
      case 2 -> new RefType(true, chance.any(ABSTRACT));
      case 3 -> new RefType(true, new TypeIndex(chance.below(end)));
      // Of earlier groups only, else there might be no first value of the type.
      case 4 -> new RefType(start == 0, new TypeIndex(chance.below(start == 0 ? end : start)));
      default -> chance.any(NUMBERS);
    };
  }

  List<RecGroup> groups() {
    return groups;
  }

  SubType get(int index) {
    return types.get(index);
  }

  int size() {
    return types.size();
  }

  /** The index of a function type, which is added if there is none. */
  int function(FuncType type) {
    return functions.computeIfAbsent(
        type,
        _ -> {
          add(List.of(SubType.of(type)));
          return types.size() - 1;
        });
  }

  /** One of the function types that {@link #reference} speaks of. */
  int sharedFunction(Chance chance) {
    return chance.any(
        IntStream.range(0, shared)
            .filter(i -> types.get(i).composite() instanceof FuncType)
            .boxed()
            .toList());
  }

  FuncType functionType(int index) {
    return (FuncType) types.get(index).composite();
  }

  boolean matches(ValType sub, ValType sup) {
    return matches.computeIfAbsent(
        new Pair(sub, sup), pair -> subtyping().matches(pair.sub, pair.sup));
  }

  /** The top of the hierarchy that {@code heap} belongs to. */
  AbsHeapType top(HeapType heap) {
    return subtyping().top(heap);
  }

  private Subtyping subtyping() {
    return new Subtyping(canonical, i -> numbers[i]);
  }

  /** Structure and array types below {@code type}. */
  List<Integer> aggregatesBelow(RefType type) {
    return IntStream.range(0, types.size())
        .filter(i -> !(types.get(i).composite() instanceof FuncType))
        .filter(i -> matches(new RefType(false, new TypeIndex(i)), type))
        .boxed()
        .toList();
  }

  /** A number or vector type, or once in a while a type of references that may be null. */
  ValType value(Chance chance) {
    return chance.oneIn(4) ? reference(chance) : chance.any(NUMBERS);
  }

  /** A type of references that may be null; never to types that only some functions have. */
  RefType reference(Chance chance) {
    return chance.oneIn(2)
        ? new RefType(true, chance.any(ABSTRACT))
        : new RefType(true, new TypeIndex(chance.below(shared)));
  }

  List<ValType> values(Chance chance, int most) {
    return IntStream.range(0, chance.below(most + 1)).mapToObj(_ -> value(chance)).toList();
  }

  List<ValType> numbers(Chance chance, int most) {
    return IntStream.range(0, chance.below(most + 1)).mapToObj(_ -> chance.any(NUMBERS)).toList();
  }
}
