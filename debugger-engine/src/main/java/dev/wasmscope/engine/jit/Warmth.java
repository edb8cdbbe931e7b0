package dev.wasmscope.engine.jit;

import java.util.List;

/**
 * How far HotSpot has come with a unit.
 *
 * @param methods those that it is to compile, none if the unit may be executed in any case
 * @param awaited whether it has, for each of them
 */
record Warmth(List<ColdMethod> methods, List<Readiness> awaited) {

  /** Of a unit that may be executed in any case. */
  static final Warmth NONE = new Warmth(List.of(), List.of());

  /** Calls each method for nothing. */
  void call(int times, int depth) {
    methods.forEach(method -> method.call(times, depth));
  }

  /** Whether the unit may be executed. */
  boolean isReady() {
    return awaited.stream().allMatch(Readiness::isReady);
  }

  /** Who is to be told, in the thread that wants to execute it, when it may be no more. */
  void whenCold(Runnable action) {
    awaited.forEach(method -> method.whenCold(action));
  }
}
