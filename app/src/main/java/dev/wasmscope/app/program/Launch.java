package dev.wasmscope.app.program;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.ProgramThreads;
import dev.wasmscope.engine.debug.Breakpoints;
import dev.wasmscope.engine.debug.DebugSession;
import dev.wasmscope.engine.debug.Describer;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.debug.Program;
import dev.wasmscope.engine.debug.ProgramEnd;
import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.wasi.Wasi;
import dev.wasmscope.engine.wasi.WasiConfiguration;
import dev.wasmscope.engine.wasi.WasiThreads;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program ready to run, once: an engine, what the program may import, and where it starts. */
public final class Launch implements Program, AutoCloseable {

  private final LoadedModule module;
  private final ProgramOptions options;
  private final Optional<EntryPoint> entry;
  private final Engine engine;
  private final Wasi wasi;
  private final StubImports stubs;
  private volatile Instance instance;
  private final ProgramThreads threads;
  private TimeLimit timeLimit;

  private Launch(
      LoadedModule module, ProgramOptions options, Optional<EntryPoint> entry, Wasi wasi) {
    this.module = module;
    this.options = options;
    this.entry = entry;
    this.wasi = wasi;
    this.stubs = new StubImports(options.remarks());
    this.engine = Engine.builder().limits(options.limits()).build();
    this.threads = new ProgramThreads(engine);
  }

  /**
   * Makes everything ready; nothing runs yet.
   *
   * @param module runnable
   * @throws LaunchException if there is nothing to call, arguments do not fit, or a directory that
   *     is granted does not exist
   */
  public static Launch of(LoadedModule module, ProgramOptions options) throws LaunchException {
    Optional<EntryPoint> entry = EntryPoint.of(module.module(), options);
    try {
      return new Launch(module, options, entry, Wasi.open(wasiConfiguration(module, options)));
    } catch (IOException | IllegalArgumentException refused) {
      throw new LaunchException(refused.getMessage(), "Check what the program is granted.");
    }
  }

  private static WasiConfiguration wasiConfiguration(LoadedModule module, ProgramOptions options) {
    return new WasiConfiguration(
        module.name(), options.programArguments(), options.permissions(), options.streams());
  }

  /** The engine that runs it; for probes, host calls and memories. */
  public Engine engine() {
    return engine;
  }

  /** The module that runs. */
  public LoadedModule module() {
    return module;
  }

  /** What is called first; empty if only the module's start function runs. */
  public Optional<EntryPoint> entry() {
    return entry;
  }

  /** Runs the program to its end on the calling thread. */
  public Outcome run() {
    WasmThread thread = engine.mainThread();
    return ProgramEnd.of(() -> run(thread, instantiate(thread)));
  }

  /**
   * A session that debugs the program; not started.
   *
   * @param lines for steps by lines and breakpoints at lines
   */
  public DebugSession debug(LineTable lines) {
    Breakpoints breakpoints = new Breakpoints(engine.store(), engine.probes(), lines);
    DebugSession session = new DebugSession(engine.mainThread(), this, breakpoints, lines);
    threads.addListener(session.threads());
    return session;
  }

  @Override
  public Instance instantiate(WasmThread thread) {
    options.timeLimit().ifPresent(limit -> timeLimit = new TimeLimit(thread, limit));
    Linker linker = new Linker(engine.store(), thread);
    Imports imports = engine.imports();
    wasi.provide(imports);
    new WasiThreads(engine.store(), threads).provide(imports);
    for (Map.Entry<String, LoadedModule> link : options.links().entrySet()) {
      LoadedModule linked = link.getValue();
      imports.instance(link.getKey(), linker.instantiate(linked.module(), linked.spans(), imports));
    }
    if (options.stubImports()) {
      imports.orElse(stubs);
    }
    return threads.main(
        () -> {
          instance = linker.allocate(module.module(), module.spans(), imports);
          stubs.remarkLinked();
          linker.start(instance);
          return instance;
        });
  }

  /** A result of the program in words, references in those of its module. */
  public String describe(Value result) {
    return instance == null ? result.toString() : new Describer(instance).describe(result);
  }

  @Override
  public List<Value> run(WasmThread thread, Instance linked) {
    try {
      return threads.main(() -> entry.map(start -> start(thread, linked, start)).orElse(List.of()));
    } finally {
      liftTimeLimit();
      threads.close();
    }
  }

  private void liftTimeLimit() {
    if (timeLimit != null) {
      timeLimit.close();
    }
  }

  private static List<Value> start(WasmThread thread, Instance linked, EntryPoint start) {
    linked
        .exportedFunction(EntryPoint.INITIALIZE)
        .filter(_ -> !isStart(start))
        .ifPresent(function -> thread.invoke(function, List.of()));
    return thread.invoke(linked.exportedFunction(start.name()).orElseThrow(), start.values(linked));
  }

  private static boolean isStart(EntryPoint start) {
    return start.name().equals(EntryPoint.START) || start.name().equals(EntryPoint.INITIALIZE);
  }

  /**
   * Ends threads that are left, closes the files that the program left open, and says how often
   * stubs were called.
   */
  @Override
  public void close() throws IOException {
    liftTimeLimit();
    threads.close();
    stubs.remarkCounts();
    wasi.close();
  }
}
