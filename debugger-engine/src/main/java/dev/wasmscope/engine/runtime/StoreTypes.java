package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.type.CanonicalTypes;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.SubType;
import dev.wasmscope.wasm.type.Subtyping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of all modules of a store, numbered so that equal types have equal numbers, whichever
 * module they come from. Safe for use by several threads.
 */
public final class StoreTypes {

  private final CanonicalTypes canonical = new CanonicalTypes();

  /** What has been asked for alone: the host's functions, of which many have the same type. */
  private final Map<SubType, Integer> alone = new ConcurrentHashMap<>();

  private final Subtyping subtyping = Subtyping.ofCanonical(canonical);
  private final HeapClasses heap = new HeapClasses(this);
  private volatile int[][] ancestors = {};

  StoreTypes() {}

  /** The numbers of a module's types, by type index. */
  public int[] intern(List<RecGroup> groups) {
    return canonical.intern(groups);
  }

  /** The number of a type that refers to types by number only. */
  public int intern(SubType type) {
    return alone.computeIfAbsent(type, t -> canonical.intern(List.of(new RecGroup(List.of(t))))[0]);
  }

  /** The type with {@code number}; indices in it are numbers. */
  public SubType get(int number) {
    return canonical.get(number);
  }

  /**
   * The function type with {@code number}.
   *
   * @throws IllegalArgumentException if it is no function type
   */
  public FuncType func(int number) {
    if (get(number).composite() instanceof FuncType type) {
      return type;
    }
    throw new IllegalArgumentException("type " + number + " is no function type");
  }

  /** The classes of structures and arrays. */
  public HeapClasses heap() {
    return heap;
  }

  /** Subtyping between types of the store. */
  public Subtyping subtyping() {
    return subtyping;
  }

  /** Whether type {@code sub} is {@code sup} or was declared below it; fast. */
  public boolean isSubtype(int sub, int sup) {
    if (sub == sup) {
      return true;
    }
    int[][] known = ancestors;
    int[] chain = sub < known.length && known[sub] != null ? known[sub] : remember(sub);
    for (int ancestor : chain) {
      if (ancestor == sup) {
        return true;
      }
    }
    return false;
  }

  private synchronized int[] remember(int number) {
    List<Integer> chain = new ArrayList<>();
    for (List<Integer> supers = get(number).supers(); !supers.isEmpty(); ) {
      chain.add(supers.getFirst());
      supers = get(supers.getFirst()).supers();
    }
    Collections.reverse(chain);
    int[] made = chain.stream().mapToInt(Integer::intValue).toArray();
    int[][] grown = Arrays.copyOf(ancestors, Math.max(ancestors.length, number + 16));
    grown[number] = made;
    ancestors = grown;
    return made;
  }
}
