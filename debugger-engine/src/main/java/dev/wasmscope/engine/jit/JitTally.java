package dev.wasmscope.engine.jit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is compiled. */
final class JitTally {

  private final AtomicInteger functions = new AtomicInteger();
  private final AtomicInteger loops = new AtomicInteger();
  private final AtomicInteger split = new AtomicInteger();
  private final Map<String, Integer> parts = new ConcurrentHashMap<>();
  private final AtomicInteger discarded = new AtomicInteger();
  private final AtomicInteger cooled = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger largestFrame = new AtomicInteger();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();

  void compiled(CompiledUnit unit, boolean isLoop) {
    (isLoop ? loops : functions).incrementAndGet();
    bytes.addAndGet(unit.bytes());
    largestFrame.accumulateAndGet(unit.frame(), Math::max);
    if (unit.parts() > 1) {
      split.incrementAndGet();
      parts.merge(unit.function().name(), unit.parts(), Math::max);
    }
  }

  void refused(String reason) {
    refused.merge(reason, 1, Integer::sum);
  }

  void discarded() {
    discarded.incrementAndGet();
  }

  void cooled() {
    cooled.incrementAndGet();
  }

  void took(long newNanos) {
    nanos.addAndGet(newNanos);
  }

  /** Java variables that a call takes at most. */
  int largestFrame() {
    return largestFrame.get();
  }

  JitReport report() {
    return new JitReport(
        functions.get(),
        loops.get(),
        split.get(),
        parts,
        discarded.get(),
        cooled.get(),
        refused,
        bytes.get(),
        Duration.ofNanos(nanos.get()));
  }
}
