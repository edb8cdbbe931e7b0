package dev.wasmscope.engine.generated;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.jit.Jit;
import dev.wasmscope.engine.jit.Vectors;
import dev.wasmscope.engine.probe.Counter;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.fuzz.FuzzRun;
import dev.wasmscope.fuzz.Trials;
import dev.wasmscope.fuzz.module.ModuleGenerator;
import dev.wasmscope.fuzz.module.Size;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs generated modules in every way there is: nothing but traps and exceptions of WebAssembly may
 * come of it, and all ways must agree. {@code main} goes on for as many seconds as it is told.
 */
public final class GeneratedPrograms implements AutoCloseable {

  private static final int CALLS = 2;
  private static final int FUEL = 300;

  /** Compiled code is left at every other poll, for more of it. */
  private static final Fuel LEAVING = _ -> 1;

  /** Bytes of Java code, as HotSpot has it, and so few that nearly every function is split. */
  private static final int LARGEST_METHOD = 8_000;

  private static final int SMALL_METHOD = 150;

  /** Bytes of the largest module whose instructions are counted. */
  private static final int LARGEST_COUNTED = 16 << 10;

  /**
   * Of so many modules one is also run when HotSpot has optimised its vectors, which takes time.
   */
  private static final int OPTIMISED = 10;

  /** Every function is compiled several times, and the program runs that often. */
  private static final long BYTES_FOR_EACH = 24 << 10;

  private final Trials trials;

  private GeneratedPrograms(long seed) {
    trials = new Trials(binary -> judge(binary, seed), BYTES_FOR_EACH);
  }

  /** Tries the module of one seed. */
  static void check(long seed, Size size) {
    Module module = ModuleGenerator.generate(seed, size);
    try (var programs = new GeneratedPrograms(seed)) {
      programs.trials.attempt("seed " + seed + ", " + size, BinaryWriter.writeWithNames(module));
    }
  }

  private static void judge(byte[] binary, long seed) {
    Module module = BinaryReader.read(binary, FeatureSet.ALL).module();
    List<String> plain = GeneratedRun.of(module, seed, CALLS, FUEL, Interpreter::new, _ -> {});
    Counter interpreted = new Counter();
    GeneratedRun.same(
        plain,
        GeneratedRun.of(module, seed, CALLS, FUEL, Interpreter::new, everywhere(interpreted)));
    GeneratedRun.same(plain, compiled(module, seed, Fuel.UNLIMITED, LARGEST_METHOD));
    GeneratedRun.same(plain, compiled(module, seed, LEAVING, LARGEST_METHOD));
    GeneratedRun.same(plain, compiled(module, seed, LEAVING, SMALL_METHOD));
    if (binary.length > LARGEST_COUNTED) {
      return; // code that counts each instruction is large itself; and HotSpot takes its time
    }
    if (seed % OPTIMISED == 0) {
      Jit jit = new Jit(Runnable::run, LEAVING, LARGEST_METHOD, Vectors.WHEN_OPTIMISED);
      GeneratedRun.same(plain, compiled(module, seed, LEAVING, jit, _ -> {}));
    }
    Counter compiled = new Counter();
    int limit = seed % 2 == 0 ? LARGEST_METHOD : SMALL_METHOD;
    Jit counting = new Jit(Runnable::run, LEAVING, limit);
    GeneratedRun.same(plain, compiled(module, seed, LEAVING, counting, everywhere(compiled)));
    GeneratedRun.same(List.of(counted(interpreted)), List.of(counted(compiled)));
  }

  private static Consumer<Probes> everywhere(Counter counter) {
    return probes -> probes.attachEverywhere(ProbePoint.EVERY_INSTRUCTION, counter);
  }

  private static String counted(Counter counter) {
    return counter.count + " instructions";
  }

  /** From the first call on. */
  private static List<String> compiled(Module module, long seed, Fuel fuel, int limit) {
    return compiled(module, seed, fuel, new Jit(Runnable::run, fuel, limit), _ -> {});
  }

  private static List<String> compiled(
      Module module, long seed, Fuel fuel, Jit jit, Consumer<Probes> instrumentation) {
    return GeneratedRun.of(
        module,
        seed,
        CALLS,
        FUEL,
        (store, probes) -> new Interpreter(store, probes, jit, 0, fuel),
        instrumentation);
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
            List.of(Size.SMALL, Size.LARGE),
            (seed, size) -> {
              check(seed, size);
              return 1;
            });
  }
}
