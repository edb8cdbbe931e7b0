package dev.wasmscope.wasm.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every defined type one number such that two types are equal, iso-recursively (§3.1.3), just
 * when their numbers are; across modules too. In the types handed out, each {@link TypeIndex} is
 * such a number. Safe for use by several threads.
 */
public final class CanonicalTypes {

  /** A recursion group in which members name each other by {@code ~position}, others by number. */
  private record Rolled(List<SubType> types) {}

  private final Map<Rolled, Integer> groups = new HashMap<>();
  private final List<SubType> types = new ArrayList<>();

  /**
   * The numbers of a module's types, by type index.
   *
   * @param module recursion groups whose indices point to themselves or to earlier groups
   */
  public synchronized int[] intern(List<RecGroup> module) {
    int[] numbers = new int[module.stream().mapToInt(g -> g.types().size()).sum()];
    int start = 0;
    for (RecGroup group : module) {
      int first = intern(group, start, numbers);
      for (int i = 0; i < group.types().size(); i++) {
        numbers[start + i] = first + i;
      }
      start += group.types().size();
    }
    return numbers;
  }

  private int intern(RecGroup group, int start, int[] numbers) {
    int size = group.types().size();
    TypeRenaming roll = i -> i >= start && i < start + size ? ~(i - start) : numbers[i];
    Rolled rolled = new Rolled(group.types().stream().map(roll::rename).toList());
    Integer known = groups.get(rolled);
    if (known != null) {
      return known;
    }
    int first = types.size();
    TypeRenaming unroll = i -> i < 0 ? first + ~i : i;
    rolled.types().forEach(type -> types.add(unroll.rename(type)));
    groups.put(rolled, first);
    return first;
  }

  /** The type with {@code number}; the indices in it are numbers too. */
  public synchronized SubType get(int number) {
    return types.get(number);
  }

  /** Whether type {@code sub} is {@code sup} or was declared below it. */
  public synchronized boolean isSubtype(int sub, int sup) {
    int at = sub;
    while (at != sup) {
      List<Integer> supers = types.get(at).supers();
      if (supers.isEmpty()) {
        return false;
      }
      at = supers.get(0);
    }
    return true;
  }
}
