package dev.wasmscope.engine.jit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has been, or is to be, compiled of a function. To be used under its own lock. */
final class FunctionWork {

  private final Set<Integer> requested = new HashSet<>();
  private final List<Integer> loops = new ArrayList<>();
  private boolean wholeDone;
  private int generation;

  /**
   * Notes that a part is wanted.
   *
   * @return whether nobody has wanted it before
   */
  boolean request(int part) {
    return requested.add(part);
  }

  /** Which code of the function is wanted now. */
  int generation() {
    return generation;
  }

  /** The compiler has dealt with the function as a whole. */
  void finishWhole() {
    wholeDone = true;
  }

  /** Whether the compiler has dealt with the function as a whole. */
  boolean isWholeDone() {
    return wholeDone;
  }

  /** A loop has code of its own now. */
  void addLoop(int offset) {
    loops.add(offset);
  }

  /**
   * Forgets everything: all code is out of date.
   *
   * @return the loops that had code
   */
  List<Integer> discard() {
    generation++;
    requested.clear();
    wholeDone = false;
    List<Integer> known = List.copyOf(loops);
    loops.clear();
    return known;
  }

  boolean isEmpty() {
    return requested.isEmpty();
  }
}
