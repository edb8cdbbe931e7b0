package dev.wasmscope.profile.collect;

/** How much memory counters of single places may still take; reproducible like the counts. */
final class PlaceBudget {
  private long counters;

  PlaceBudget(long counters) {
    this.counters = counters;
  }

  /** Takes room for so many counters, or says that it is used up. */
  boolean take(int wanted) {
    if (wanted > counters) {
      return false;
    }
    counters -= wanted;
    return true;
  }
}
