package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.type.AddressType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.GlobalType;
import dev.wasmscope.wasm.type.Limits;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.TableType;
import dev.wasmscope.wasm.type.TypeIndex;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a module has besides code; decided before any body is made, for bodies refer to it.
 *
 * <p>Function 0 is imported. Global 0 is the fuel, table 0 holds function {@code i} at index {@code
 * i} and is not changed, so that indirect calls find what they look for.
 */
final class Layout {

  static final int FUEL = 0;
  static final int CALLS = 0;

  /** Elements of every table but the first, and their mask. */
  static final int TABLE_SIZE = 8;

  /** Bytes of every passive data segment. */
  static final int DATA_SIZE = 64;

  /** Elements of every passive element segment. */
  static final int ELEMENTS = 4;

  static final FuncType HOST = new FuncType(List.of(NumType.I32), List.of(NumType.I32));

  final TypePool types;

  /** Type index of every function; the first is imported. */
  final List<Integer> functions = new ArrayList<>();

  final List<GlobalType> globals = new ArrayList<>();
  final List<MemoryType> memories = new ArrayList<>();
  final List<TableType> tables = new ArrayList<>();

  /** Type index of every tag. */
  final List<Integer> tags = new ArrayList<>();

  /** Element types of the passive element segments, which come first. */
  final List<RefType> elements = new ArrayList<>();

  /** Number of passive data segments, which come first. */
  final int data;

  Layout(long seed, Size size) {
    var chance = new Chance(seed);
    types = new TypePool(chance);
    data = 1 + chance.below(3);
    memories(chance);
    globals(chance);
    IntStream.range(0, 1 + chance.below(3))
        .forEach(_ -> tags.add(types.function(new FuncType(types.values(chance, 3), List.of()))));
    tables(chance, size.functions() + 1);
    functions.add(types.function(HOST));
    for (int i = 0; i < size.functions(); i++) {
      functions.add(signature(chance));
    }
  }

  /** Two functions of three take and give numbers, so that they can be exported. */
  private int signature(Chance chance) {
    if (chance.oneIn(6)) {
      return types.sharedFunction(chance);
    }
    return types.function(
        chance.oneIn(3)
            ? new FuncType(types.values(chance, 4), types.values(chance, 2))
            : new FuncType(types.numbers(chance, 4), types.numbers(chance, 3)));
  }

  private void memories(Chance chance) {
    memories.add(MemoryType.of(Limits.of(1, 3)));
    if (chance.oneIn(2)) {
      memories.add(new MemoryType(AddressType.I64, Limits.of(2, 4), false, 16));
    }
    if (chance.oneIn(2)) {
      memories.add(new MemoryType(AddressType.I32, Limits.of(1, 2), true, 16));
    }
    if (chance.oneIn(4)) {
      memories.add(new MemoryType(AddressType.I32, Limits.of(4096, 5000), false, 0));
    }
  }

  private void globals(Chance chance) {
    globals.add(new GlobalType(NumType.I32, true));
    for (ValType type : TypePool.NUMBERS) {
      globals.add(new GlobalType(type, true));
    }
    for (int i = chance.below(6); i > 0; i--) {
      globals.add(new GlobalType(types.value(chance), chance.oneIn(2)));
    }
  }

  private void tables(Chance chance, int functions) {
    tables.add(new TableType(AddressType.I32, Limits.of(functions), RefType.FUNCREF));
    for (int i = chance.below(4); i >= 0; i--) {
      AddressType address = chance.oneIn(3) ? AddressType.I64 : AddressType.I32;
      tables.add(new TableType(address, Limits.of(TABLE_SIZE, 20), types.reference(chance)));
    }
    for (int i = chance.below(3); i >= 0; i--) {
      elements.add(chance.oneIn(3) ? types.reference(chance) : chance.any(tables).element());
    }
  }

  FuncType function(int index) {
    return types.functionType(functions.get(index));
  }

  /** Whether a host can call it: all it takes and gives are numbers and vectors. */
  boolean isExported(int function) {
    FuncType type = function(function);
    return function > 0
        && TypePool.NUMBERS.containsAll(type.params())
        && TypePool.NUMBERS.containsAll(type.results());
  }

  /** Functions, of the first ones up to and with {@code last}, whose type matches. */
  List<Integer> functionsOf(RefType type, int last) {
    return IntStream.range(0, Math.min(last + 1, functions.size()))
        .filter(f -> types.matches(new RefType(false, new TypeIndex(functions.get(f))), type))
        .boxed()
        .toList();
  }
}
