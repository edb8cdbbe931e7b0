package dev.wasmscope.benchmark;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.ProgramThreads;
import dev.wasmscope.engine.debug.Breakpoints;
import dev.wasmscope.engine.debug.DebugEvent;
import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.Program;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.wasi.WasiThreads;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how long it takes from the wish to pause until a debugger shows the program: all of its
 * threads stand still, with all frames.
 */
@Command(
    name = "benchmarks.sh pauses",
    mixinStandardHelpOptions = true,
    description = "Pauses hot loops at random moments; prints how long that took.")
final class Pauses implements Callable<Integer> {

  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final int WARM_UP = 50;
  private static final double MILLIS = 1e6;

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "NUMBER",
      description = "Numbers of threads (default ${DEFAULT-VALUE}).")
  private List<Integer> threads = List.of(1, 2, 4);

  @Option(names = "--pauses", description = "How many of each (default ${DEFAULT-VALUE}).")
  private int pauses = 1000;

  private Pauses() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Pauses()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    MarkdownTable table =
        new MarkdownTable(List.of("milliseconds until shown", "median", "99 %", "longest"));
    for (int count : threads) {
      List<Double> times = new Run(count).measure(pauses);
      table.add(
          List.of(
              "%d threads, %d pauses".formatted(count, pauses),
              millis(Statistics.quantile(times, 0.5)),
              millis(Statistics.quantile(times, 0.99)),
              millis(Statistics.quantile(times, 1))));
    }
    System.out.print(table);
    return 0;
  }

  private static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos / MILLIS);
  }

  /** The program with some threads, under a debugger. */
  private static final class Run implements Program {
    private final int threads;
    private final Engine engine = Engine.builder().build();
    private final ProgramThreads others = new ProgramThreads(engine);
    private final ParsedModule parsed;
    private final DebugSession session;
    private final BlockingQueue<Long> stops = new LinkedBlockingQueue<>();
    private final SplittableRandom random = new SplittableRandom(1);

    Run(int threads) throws IOException {
      this.threads = threads;
      try (InputStream text = Run.class.getResourceAsStream("/programs/hot-loops.wat")) {
        parsed = WatParser.parse(text.readAllBytes(), FeatureSet.ALL);
      }
      Breakpoints breakpoints = new Breakpoints(engine.store(), engine.probes(), LineTable.NONE);
      session = new DebugSession(engine.mainThread(), this, breakpoints, LineTable.NONE);
      others.addListener(session.threads());
      session.addListener(
          event -> {
            if (event instanceof DebugEvent.Stopped) {
              stops.add(System.nanoTime());
            } else if (event instanceof DebugEvent.Ended(var outcome)
                && !(outcome instanceof Outcome.Terminated)) {
              System.err.println(outcome);
            }
          });
    }

    @Override
    public Instance instantiate(WasmThread thread) {
      Imports imports = engine.imports();
      new WasiThreads(engine.store(), others).provide(imports);
      return new Linker(engine.store(), thread).instantiate(parsed.module(), parsed.map(), imports);
    }

    @Override
    public List<Value> run(WasmThread thread, Instance instance) {
      return others.main(
          () ->
              thread.invoke(
                  instance.exportedFunction("run").orElseThrow(), List.of(Value.i32(threads))));
    }

    /** Nanoseconds that each pause took. */
    List<Double> measure(int pauses) throws InterruptedException {
      session.start(false);
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < WARM_UP + pauses; i++) {
        TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
        long start = System.nanoTime();
        session.pause();
        Long stopped = stops.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        if (stopped == null) {
          throw new IllegalStateException("no stop in " + LONGEST_WAIT_SECONDS + " seconds");
        }
        if (i >= WARM_UP) {
          times.add((double) (stopped - start));
        }
        session.resume();
      }
      session.close();
      others.close();
      return times;
    }
  }
}
