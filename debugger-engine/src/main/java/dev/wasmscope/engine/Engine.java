package dev.wasmscope.engine;

import dev.wasmscope.engine.interp.GeneratedSteps;
import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.jit.Jit;
import dev.wasmscope.engine.jit.OptimizerPriority;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.script.Exclusions;
import dev.wasmscope.engine.script.ScriptSuite;
import dev.wasmscope.engine.tier.Compiler;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.tier.Gear;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Executes modules: one store, its probes, and the gear that runs its code. Modules must be valid;
 * the engine trusts them.
 *
 * <pre>{@code
 * Engine engine = Engine.builder().build();
 * Instance instance = engine.instantiate(module, engine.imports());
 * List<Value> results = engine.invoke(instance, "fib", Value.i32(10));
 * }</pre>
 */
public final class Engine {

  private static final Spans NOWHERE = _ -> Span.at(0);

  private final Store store;
  private final Probes probes = new Probes();
  private final Interpreter gear;
  private final Jit jit;
  private final WasmThread main;

  private Engine(Builder builder) {
    store = new Store(builder.limits);
    Fuel fuel = Fuel.of(builder.limits.fuel());
    jit = Jit.inBackground(builder.compileThread, fuel);
    gear =
        builder.compiles
            ? new Interpreter(store, probes, jit, builder.patience, fuel)
            : new Interpreter(store, probes, Compiler.NONE, Integer.MAX_VALUE, fuel);
    main = gear.newThread("main");
  }

  /** The thread that compiles for all engines, made when there is something to compile. */
  private static final class CompileThread {

    /** What a program has compiled that is large: HotSpot's compilers have much to do then. */
    private static final int MANY = 32;

    private static final Executor EXECUTOR =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("wasm compiler").factory());

    private static final AtomicInteger tasks = new AtomicInteger();

    private CompileThread() {}

    static void execute(Runnable task) {
      if (tasks.incrementAndGet() == MANY) {
        EXECUTOR.execute(OptimizerPriority.OF_PROCESS::lower);
      }
      EXECUTOR.execute(task);
    }
  }

  /** Starts the configuration of an engine. */
  public static Builder builder() {
    return new Builder();
  }

  /** Runs scripts of the official test suite, each on an engine of its own. */
  public static ScriptSuite scripts() {
    return new ScriptSuite(Interpreter::new, _ -> {}, Exclusions.reviewed());
  }

  /**
   * Classes, by their names, that the first engine of a process makes unless they are on the class
   * path: that it need not do so at every start.
   */
  public static Map<String, byte[]> generatedClasses() {
    return GeneratedSteps.classFiles();
  }

  /** What an engine can be told before it starts. */
  public static final class Builder {

    private StoreLimits limits = StoreLimits.DEFAULT;

    private boolean compiles = true;
    private int patience = 1000;
    private Executor compileThread = task -> CompileThread.execute(task);

    private Builder() {}

    /** Whether what is hot is compiled; otherwise everything is interpreted. */
    public Builder compiles(boolean wanted) {
      compiles = wanted;
      return this;
    }

    /** What programs may use up. */
    public Builder limits(StoreLimits given) {
      limits = given;
      return this;
    }

    public Engine build() {
      return new Engine(this);
    }
  }

  public Store store() {
    return store;
  }

  public Probes probes() {
    return probes;
  }

  public Gear gear() {
    return gear;
  }

  /** What compiles. */
  public Jit jit() {
    return jit;
  }

  /** What has been done so far. */
  public EngineReport report() {
    return new EngineReport(jit.report(), gear.departed());
  }

  /** The thread that {@link #instantiate} and {@link #invoke} use. */
  public WasmThread mainThread() {
    return main;
  }

  /** Another thread of WebAssembly, to be used by one Java thread at a time. */
  public WasmThread newThread(String name) {
    return gear.newThread(name);
  }

  /** No imports yet. */
  public Imports imports() {
    return new Imports(store);
  }

  /** Instantiates a valid module, see {@link Linker#instantiate}. */
  public Instance instantiate(Module module, Imports imports) {
    return instantiate(module, NOWHERE, imports);
  }

  /**
   * Instantiates a valid module, see {@link Linker#instantiate}.
   *
   * @param spans where the module's parts stand in its input, for diagnostics
   */
  public Instance instantiate(Module module, Spans spans, Imports imports) {
    return new Linker(store, main).instantiate(module, spans, imports);
  }

  /**
   * Calls an exported function, see {@link WasmThread#invoke}.
   *
   * @throws IllegalArgumentException if there is no function of that name, or the arguments do not
   *     fit
   */
  public List<Value> invoke(Instance instance, String export, Value... args) {
    FunctionInstance function =
        instance
            .exportedFunction(export)
            .orElseThrow(
                () -> new IllegalArgumentException("no function is exported as " + export));
    return main.invoke(function, List.of(args));
  }
}
