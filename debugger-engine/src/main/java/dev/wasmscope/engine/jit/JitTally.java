package dev.wasmscope.engine.jit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is compiled. */
final class JitTally {

  private final LongAdder functions = new LongAdder();
  private final LongAdder loops = new LongAdder();
  private final LongAdder split = new LongAdder();
  private final Map<String, Integer> parts = new ConcurrentHashMap<>();
  private final LongAdder discarded = new LongAdder();
  private final LongAdder cooled = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final AtomicInteger largestFrame = new AtomicInteger();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();

  void compiled(CompiledUnit unit, boolean isLoop) {
    (isLoop ? loops : functions).increment();
    bytes.add(unit.bytes());
    largestFrame.accumulateAndGet(unit.frame(), Math::max);
    if (unit.parts() > 1) {
      split.increment();
      parts.merge(unit.function().name(), unit.parts(), Math::max);
    }
  }

  void refused(String reason) {
    refused.merge(reason, 1, Integer::sum);
  }

  void discarded() {
    discarded.increment();
  }

  void cooled() {
    cooled.increment();
  }

  void took(long newNanos) {
    nanos.add(newNanos);
  }

  /** Java variables that a call takes at most. */
  int largestFrame() {
    return largestFrame.get();
  }

  JitReport report() {
    return new JitReport(
        functions.intValue(),
        loops.intValue(),
        split.intValue(),
        parts,
        discarded.intValue(),
        cooled.intValue(),
        refused,
        bytes.sum(),
        Duration.ofNanos(nanos.sum()));
  }
}
