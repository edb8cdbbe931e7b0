package dev.wasmscope.engine.jit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has been, or is to be, compiled of a function. To be used under its own lock. */
final class FunctionWork {

  /** How often a loop is hot before it has code of its own, in a function that can be entered. */
  private static final int PATIENCE = 16;

  private final Set<Integer> requested = new HashSet<>();
  private final List<Integer> loops = new ArrayList<>();
  private boolean wholeDone;
  private boolean loopPending;
  private int generation;
  private boolean enterable;
  private int misses;

  /**
   * Notes that a part is wanted. While code for one loop is made, others become hot; but whoever
   * has entered the first is in compiled code to the function's end. So they come one at a time.
   *
   * @return whether it is to be compiled: nobody has wanted it before, and no other loop waits
   */
  boolean request(int part) {
    boolean loop = part != UnitAssembler.WHOLE;
    if ((loop && loopPending) || !requested.add(part)) {
      return false;
    }
    loopPending |= loop;
    return true;
  }

  /** The compiler is done with a part, whether it has code now or not. */
  void finish(int part) {
    if (part == UnitAssembler.WHOLE) {
      wholeDone = true;
    } else {
      loopPending = false;
    }
  }

  /** Which code of the function is wanted now. */
  int generation() {
    return generation;
  }

  /**
   * Counts that a loop without code is hot.
   *
   * @return whether it is to have code of its own: the compiler has dealt with the function as a
   *     whole, and who is in the loop has not found a way into that for long
   */
  boolean countMiss() {
    return wholeDone && (!enterable || ++misses > PATIENCE);
  }

  /** A loop has code of its own now. */
  void addLoop(int offset) {
    loops.add(offset);
  }

  /** The function as a whole can be entered at some loops. */
  void addEntries(Collection<Integer> offsets) {
    enterable |= !offsets.isEmpty();
    loops.addAll(offsets);
  }

  /**
   * Forgets everything: all code is out of date.
   *
   * @return the loops that could be entered
   */
  List<Integer> discard() {
    generation++;
    requested.clear();
    wholeDone = false;
    loopPending = false;
    enterable = false;
    misses = 0;
    List<Integer> known = List.copyOf(loops);
    loops.clear();
    return known;
  }

  boolean isEmpty() {
    return requested.isEmpty();
  }
}
