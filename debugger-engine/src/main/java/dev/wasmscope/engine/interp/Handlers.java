package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.TagInstance;
import java.util.List;

/** The exception handlers of a function's code. */
final class Handlers {

  static final Handlers NONE = new Handlers(List.of());

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /**
   * What a clause does with an exception.
   *
   * @param tag the tag it catches; null means all
   * @param pc where execution goes on
   * @param height operands that stay, before the values are pushed
   * @param pushesValues whether what the exception carries is pushed
   * @param pushesReference whether the exception itself is pushed then
   * @param keepSlot slot from the frame's start that keeps the exception for {@code rethrow}, or
   *     negative
   */
  record Clause(
      TagInstance tag,
      int pc,
      int height,
      boolean pushesValues,
      boolean pushesReference,
      int keepSlot) {

    boolean catches(ExceptionInstance exception) {
      return tag == null || tag == exception.tag();
    }
  }

  /**
   * The clauses that protect a range of code.
   *
   * @param depth how many blocks are around it
   * @param delegateTo only handlers of this depth or less are asked, if none here; {@link
   *     #NO_LIMIT} usually
   */
  record Handler(int from, int to, int depth, List<Clause> clauses, int delegateTo) {

    Handler(int from, int to, int depth, List<Clause> clauses) {
      this(from, to, depth, clauses, NO_LIMIT);
    }
  }

  private final List<Handler> innermostFirst;

  Handlers(List<Handler> innermostFirst) {
    this.innermostFirst = List.copyOf(innermostFirst);
  }

  /** The clause that catches an exception thrown at {@code pc}, or null. */
  Clause find(int pc, ExceptionInstance exception) {
    int limit = NO_LIMIT;
    for (Handler handler : innermostFirst) {
      if (pc < handler.from || pc >= handler.to || handler.depth > limit) {
        continue;
      }
      for (Clause clause : handler.clauses) {
        if (clause.catches(exception)) {
          return clause;
        }
      }
      limit = Math.min(limit, handler.delegateTo);
    }
    return null;
  }
}
