package dev.wasmscope.engine.generated;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.fuzz.FuzzRun;
import dev.wasmscope.fuzz.Mutator;
import dev.wasmscope.fuzz.Trials;
import dev.wasmscope.fuzz.module.ModuleGenerator;
import dev.wasmscope.fuzz.module.Size;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.List;
import java.util.Set;

/**
 * Damaged programs, run as far as they are valid: code that nobody meant, which may not end by
 * itself either. Nothing but traps, exceptions of WebAssembly and diagnostics may come of it.
 * {@code main} goes on for as many seconds as it is told.
 */
public final class MutatedPrograms implements AutoCloseable {

  private static final int STEPS = 2_000;

  /** Nobody would notify. */
  private static final ProbePoint WAITS =
      new ProbePoint.Instructions(Set.of(Opcode.MEMORY_ATOMIC_WAIT32, Opcode.MEMORY_ATOMIC_WAIT64));

  private static final StoreLimits LIMITS =
      new StoreLimits(1 << 22, false, 10_000, 1 << 16, 500, 1 << 16, Long.MAX_VALUE);

  private final Trials trials = new Trials(this::judge);
  private long run;

  /** Tries {@code rounds} mutations of the program of {@code seed}. */
  void program(long seed, int rounds) {
    byte[] sound = BinaryWriter.writeWithNames(ModuleGenerator.generate(seed, Size.SMALL));
    var mutator = new Mutator(seed);
    for (int i = 0; i < rounds; i++) {
      trials.attempt("seed " + seed, mutator.mutate(sound));
    }
  }

  /** How many programs were tried. */
  long tried() {
    return trials.tried();
  }

  /** How many of them were valid and run. */
  long run() {
    return run;
  }

  private void judge(byte[] damaged) {
    try {
      BinaryModule read = BinaryReader.read(damaged, FeatureSet.ALL);
      if (ModuleValidator.validate(read.module(), FeatureSet.ALL, read.spans()).isEmpty()) {
        run++;
        execute(read);
      }
    } catch (DiagnosticException _) {
      // Not read, or not linked: said so.
    }
  }

  private static void execute(BinaryModule read) {
    var store = new Store(LIMITS);
    var probes = new Probes();
    WasmThread thread = new Interpreter(store, probes).newThread("main");
    var clock = new Clock(thread);
    probes.attachEverywhere(ProbePoint.LOOP_HEADERS, clock::tick);
    probes.attachEverywhere(ProbePoint.ENTRY, clock::tick);
    probes.attachEverywhere(WAITS, _ -> thread.terminate());
    try {
      Instance instance =
          new Linker(store, thread)
              .instantiate(
                  read.module(),
                  read.spans(),
                  new Imports(store)
                      .function(
                          ModuleGenerator.HOST_MODULE,
                          ModuleGenerator.HOST_FUNCTION,
                          GeneratedRun.HOST_TYPE,
                          call -> call.returnI32(call.i32(0))));
      for (Extern extern : instance.exports().values()) {
        if (extern instanceof FunctionInstance function) {
          clock.left = STEPS;
          call(thread, function);
        }
      }
    } catch (Trap | WasmException | Terminated _) {
      // The start function, or a segment.
    }
  }

  private static void call(WasmThread thread, FunctionInstance function) {
    try {
      thread.invoke(function, function.type().params().stream().map(Value::zero).toList());
    } catch (Trap | WasmException | Terminated _) {
      // What programs do.
    }
  }

  /** Ends what does not end by itself; after as many steps each time, not as much time. */
  private static final class Clock {

    private final WasmThread thread;
    private int left = STEPS;

    Clock(WasmThread thread) {
      this.thread = thread;
    }

    void tick(FrameView frame) {
      if (--left == 0) {
        thread.terminate();
      }
    }
  }

  @Override
  public void close() {
    trials.close();
  }

  /**
   * Runs until the time is over.
   *
   * @param args seconds, then a seed (0 if absent)
   */
  public static void main(String[] args) {
    new FuzzRun(args)
        .over(
            List.of(Size.SMALL),
            (seed, _) -> {
              try (var programs = new MutatedPrograms()) {
                programs.program(seed, 200);
                return programs.tried();
              }
            });
  }
}
