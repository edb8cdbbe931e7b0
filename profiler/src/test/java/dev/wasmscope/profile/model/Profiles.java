package dev.wasmscope.profile.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Profiles made for tests. */
public final class Profiles {
  private Profiles() {}

  /** Facts of a profile named {@code product}. */
  public static ProfileMeta meta(String product) {
    return new ProfileMeta(
        product,
        10,
        Instant.parse("2026-02-03T04:05:06.789Z"),
        List.of(new Fact("Module", "sum.wasm"), new Fact("Size", "1.2 KiB")));
  }

  /** One thread; each line is {@code outermost;…;leaf weight}, ten milliseconds apart. */
  public static Profile ofLines(String... lines) {
    ProfileBuilder builder = new ProfileBuilder(meta("test"));
    ThreadBuilder thread = builder.thread("main", WeightUnit.SAMPLES);
    double time = 0;
    for (String line : lines) {
      int space = line.lastIndexOf(' ');
      thread.sample(
          time, frames(line.substring(0, space)), Long.parseLong(line.substring(space + 1)));
      time += 10;
    }
    return builder.build();
  }

  /** The frames {@code outermost;…;leaf}, functions of category Wasm; none for an empty text. */
  public static List<Frame> frames(String stack) {
    List<Frame> frames = new ArrayList<>();
    for (String name : stack.split(";", -1)) {
      if (!name.isEmpty()) {
        frames.add(Frame.of(Function.named(name, Category.WASM)));
      }
    }
    return frames;
  }

  /** A profile with everything the model can hold: places, markers, counters, two threads. */
  public static Profile full() {
    ProfileBuilder builder = new ProfileBuilder(meta("sum.wasm — run 1"));
    Function start = new Function("_start", "sum.wasm", "sum.wat", 10, 3, Category.WASM);
    Function hot =
        new Function("$hot </script>\u2028", "sum.wasm", "sum.wat", 20, 4, Category.WASM);
    Function write =
        new Function("wasi_snapshot_preview1.fd_write", "wasi", "", 0, 0, Category.HOST);
    ThreadBuilder main = builder.thread("main", WeightUnit.SAMPLES);
    Frame outer = new Frame(start, 7, 11, 3);
    main.sample(0, List.of(outer), 1);
    main.sample(10, List.of(outer, new Frame(hot, 2, 21, 5)), 1);
    main.sample(20, List.of(outer, new Frame(hot, 9, 23, 5)), 1);
    main.sample(30, List.of(outer, new Frame(hot, 9, 23, 5)), 2);
    main.sample(40, List.of(new Frame(start, 12, 14, 3), Frame.of(write)), 1);
    main.sample(50, List.of(), 1);
    main.marker(
        new Marker(
            Marker.Kind.HOST_CALL,
            "wasi_snapshot_preview1.fd_write",
            38.5,
            41.25,
            new LinkedHashMap<>(Map.of("result", "0"))));
    main.marker(
        new Marker(
            Marker.Kind.MEMORY_GROWTH,
            "memory.grow",
            15,
            15,
            new LinkedHashMap<>(Map.of("pages", "2"))));
    builder
        .thread("worker 1", WeightUnit.SAMPLES)
        .sample(5, List.of(Frame.of(hot)), 3)
        .sample(25, List.of(Frame.of(Function.named("(waiting)", Category.BLOCKED))), 1);
    builder.source("sum.wat", "(module\n  ;; \u2028 </script>\n)\n");
    builder.counter("memory 0", WeightUnit.BYTES).add(0, 65_536).add(15, 196_608);
    return builder.build();
  }

  /** A profile of many stacks, the same for the same seed. */
  public static Profile random(long seed, int samples, int deepest) {
    Random random = new Random(seed);
    ProfileBuilder builder = new ProfileBuilder(meta("random " + seed));
    ThreadBuilder thread = builder.thread("main", WeightUnit.INSTRUCTIONS);
    for (int i = 0; i < samples; i++) {
      List<Frame> frames = new ArrayList<>();
      int depth = random.nextInt(deepest + 1);
      for (int d = 0; d < depth; d++) {
        String name = "f" + random.nextInt(1 + Math.min(d + 1, 4));
        frames.add(new Frame(Function.named(name, Category.WASM), random.nextInt(3), 0, 0));
      }
      thread.sample(i, frames, random.nextInt(100));
    }
    return builder.build();
  }
}
