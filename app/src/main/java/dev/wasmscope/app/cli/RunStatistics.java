package dev.wasmscope.app.cli;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.EngineReport;
import dev.wasmscope.engine.jit.JitReport;
import dev.wasmscope.engine.runtime.Instance;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code run --stats} says of a run: what was compiled, how often that was left, memory. */
final class RunStatistics {
  private static final int MOST = 5;
  private static final double MILLIS = 1e6;

  private final Engine engine;
  private final long start = System.nanoTime();

  RunStatistics(Engine engine) {
    this.engine = engine;
  }

  /** Prints what has happened since the start. */
  void print(PrintStream err) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    EngineReport report = engine.report();
    JitReport jit = report.compiled();
    say(err, "time", "%s", millis(time));
    say(
        err,
        "compiled",
        "%d functions, %d loops; %d of them split, %d discarded, %d optimised anew",
        jit.functions(),
        jit.loops(),
        jit.split(),
        jit.discarded(),
        jit.cooled());
    if (jit.split() != 0) {
      say(err, "in most methods", "%s", inMostMethods(jit.parts()));
    }
    say(err, "Java code", "%,d bytes, made in %s", jit.bytes(), millis(jit.time()));
    say(err, "interpreted only", "%s", refused(jit.refused()));
    say(err, "compiled code left", "%s", counts(report.departures()));
    say(err, "linear memory", "%,d bytes at the end", linearMemory());
    say(err, "Java heap", "%,d bytes at most", heapPeak());
    say(err, "collections", "%s", collections());
  }

  private static void say(PrintStream err, String what, String format, Object... values) {
    err.printf(Locale.ROOT, "%-20s", what + ":");
    err.printf(Locale.ROOT, format + "%n", values);
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%,.1f ms", time.toNanos() / MILLIS);
  }

  private static String inMostMethods(Map<String, Integer> parts) {
    return parts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String refused(Map<String, Integer> reasons) {
    int all = reasons.values().stream().mapToInt(Integer::intValue).sum();
    String why =
        reasons.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
    return all + " functions" + (all == 0 ? "" : why);
  }

  private static <E extends Enum<E>> String counts(Map<E, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    String why =
        counts.entrySet().stream()
            .filter(e -> e.getValue() != 0)
            .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + e.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
    return all + " times" + (all == 0 ? "" : why);
  }

  private long linearMemory() {
    return engine.store().instances().stream()
        .flatMap(RunStatistics::memorySizes)
        .mapToLong(Long::longValue)
        .sum();
  }

  private static java.util.stream.Stream<Long> memorySizes(Instance instance) {
    return IntStream.range(0, instance.memoryCount()).mapToObj(i -> instance.memory(i).byteSize());
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static String collections() {
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    long count = collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    long millis = collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    return count + " in " + millis(Duration.ofMillis(millis));
  }
}
