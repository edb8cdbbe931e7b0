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
  private boolean loopPending;
  private int generation;

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
    loopPending = false;
    List<Integer> known = List.copyOf(loops);
    loops.clear();
    return known;
  }

  boolean isEmpty() {
    return requested.isEmpty();
  }
}
