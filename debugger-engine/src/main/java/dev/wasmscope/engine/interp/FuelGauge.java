package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;

/** Counts the calls and rounds of loops of a thread, if they are limited. */
final class FuelGauge {

  private final GearThread thread;
  private final Fuel source;

  /** Whether calls and rounds of loops are counted. */
  final boolean counts;

  /** All fuel that the thread has had. */
  private long had;

  FuelGauge(GearThread thread, Fuel source) {
    this.thread = thread;
    this.source = source;
    this.counts = source.isLimited();
  }

  /** Whether the next call or round needs no more fuel than the thread has. */
  boolean hasFuel() {
    return !counts || thread.fuel != 0;
  }

  /** Counts a call or a round of a loop. */
  void count() {
    if (thread.fuel == 0) {
      thread.fuel = source.more(had);
      if (thread.fuel == 0) {
        throw new Trap(TrapReason.OUT_OF_FUEL, "after " + had + " calls and rounds of loops");
      }
      had += thread.fuel;
    }
    thread.fuel--;
  }
}
