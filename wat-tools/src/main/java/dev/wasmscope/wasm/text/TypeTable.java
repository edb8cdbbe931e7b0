package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.SubType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of a module: those written out, then those that type uses imply (§6.4.9, §6.6.3). */
final class TypeTable {

  private final List<RecGroup> groups = new ArrayList<>();
  private final List<SubType> types = new ArrayList<>();
  private final Map<FuncType, Integer> plain = new HashMap<>();
  private boolean frozen;

  List<RecGroup> groups() {
    return groups;
  }

  void add(RecGroup group) {
    if (group.types().size() == 1) {
      SubType type = group.types().get(0);
      boolean isPlain = type.isFinal() && type.supers().isEmpty();
      if (isPlain && type.composite() instanceof FuncType func) {
        plain.putIfAbsent(func, types.size());
      }
    }
    groups.add(group);
    types.addAll(group.types());
  }

  /** The smallest index of {@code type}, which is added where it is missing. */
  int indexOf(FuncType type) {
    Integer known = plain.get(type);
    if (known != null) {
      return known;
    }
    if (frozen) {
      throw new OutOfOrderException();
    }
    add(new RecGroup(List.of(SubType.of(type))));
    return types.size() - 1;
  }

  /** Sets whether types are complete, as several threads read them now. */
  void frozen(boolean complete) {
    frozen = complete;
  }

  /** Whether there is a type with this index so far. */
  boolean contains(int index) {
    return index >= 0 && index < types.size();
  }

  /** The function type with this index, if there is one and it is one. */
  Optional<FuncType> func(int index) {
    return contains(index) && types.get(index).composite() instanceof FuncType type
        ? Optional.of(type)
        : Optional.empty();
  }
}
