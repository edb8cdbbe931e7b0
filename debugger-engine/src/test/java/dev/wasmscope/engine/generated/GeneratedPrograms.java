package dev.wasmscope.engine.generated;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.fuzz.FuzzRun;
import dev.wasmscope.fuzz.Trials;
import dev.wasmscope.fuzz.module.ModuleGenerator;
import dev.wasmscope.fuzz.module.Size;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import java.util.List;

/**
 * Runs generated modules in every way there is: nothing but traps and exceptions of WebAssembly may
 * come of it, and all ways must agree. {@code main} goes on for as many seconds as it is told.
 */
public final class GeneratedPrograms implements AutoCloseable {

  private static final int CALLS = 2;
  private static final int FUEL = 300;

  private final Trials trials;

  private GeneratedPrograms(long seed) {
    trials = new Trials(binary -> judge(binary, seed));
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
    List<String> probed =
        GeneratedRun.of(
            module,
            seed,
            CALLS,
            FUEL,
            Interpreter::new,
            probes -> probes.attachEverywhere(ProbePoint.EVERY_INSTRUCTION, _ -> {}));
    GeneratedRun.same(plain, probed);
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
