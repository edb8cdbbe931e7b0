package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits to be compiled, and what is not worth it yet. Next comes what has become hot most
 * often for its size: what is hot and small is worth most, and what is large has to earn its turn.
 */
final class CompileQueue {

  private final List<Request> waiting = new ArrayList<>();
  private final ConcurrentMap<WasmFunction, AtomicInteger> heats = new ConcurrentHashMap<>();
  private final int worth;

  /**
   * Nothing waits yet.
   *
   * @param worth how many bytes of a function are worth compiling each time that it becomes hot
   */
  CompileQueue(int worth) {
    this.worth = worth;
  }

  /**
   * Something to compile.
   *
   * @param part what of the function, see {@link UnitAssembler}
   * @param work what is known of the function's code
   * @param generation which code of the function this is for
   */
  record Request(WasmFunction function, int part, FunctionWork work, int generation) {

    private int size() {
      return function.definition().body().length();
    }
  }

  /**
   * A function has become hot, once more.
   *
   * @return whether it has been so often enough for its size
   */
  boolean heat(WasmFunction function) {
    int heat = heats.computeIfAbsent(function, _ -> new AtomicInteger()).incrementAndGet();
    return (long) heat * worth >= function.definition().body().length();
  }

  synchronized void add(Request request) {
    waiting.add(request);
  }

  /** Takes what is to be compiled next; there must be something. */
  synchronized Request next() {
    int best = 0;
    for (int i = 1; i < waiting.size(); i++) {
      if (isBefore(waiting.get(i), waiting.get(best))) {
        best = i;
      }
    }
    return waiting.remove(best);
  }

  private boolean isBefore(Request a, Request b) {
    return (long) heat(a) * b.size() > (long) heat(b) * a.size();
  }

  private int heat(Request request) {
    AtomicInteger heat = heats.get(request.function);
    return heat == null ? 0 : heat.get();
  }
}
