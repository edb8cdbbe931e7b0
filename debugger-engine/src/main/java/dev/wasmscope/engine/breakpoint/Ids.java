package dev.wasmscope.engine.breakpoint;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Gives each entry a number of its own: the one it has, unless another entry had it before. */
final class Ids {
  private final Set<Integer> reserved = new HashSet<>();
  private final Set<Integer> given = new HashSet<>();
  private int next = 1;

  /** Keeps a number that an entry has from being given to one that has none. */
  void reserve(OptionalInt own) {
    own.ifPresent(reserved::add);
  }

  int give(OptionalInt own) {
    if (own.isPresent() && given.add(own.getAsInt())) {
      return own.getAsInt();
    }
    while (!reserved.add(next)) {
      next++;
    }
    given.add(next);
    return next;
  }
}
