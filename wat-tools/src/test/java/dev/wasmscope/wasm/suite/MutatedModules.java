package dev.wasmscope.wasm.suite;

import dev.wasmscope.fuzz.FuzzRun;
import dev.wasmscope.fuzz.Mutator;
import dev.wasmscope.fuzz.Trials;
import java.nio.file.Path;

/**
 * Damaged modules of the suite and of the samples, given to all that reads binaries: whatever
 * comes, the answer is a module or a diagnostic. {@code main} goes on for as many seconds as it is
 * told.
 */
public final class MutatedModules implements AutoCloseable {

  private final Trials trials = new Trials(BinaryTrial::module);
  private final long seed;

  MutatedModules(long seed) {
    this.seed = seed;
  }

  /** Tries {@code rounds} mutations of every module of the script. */
  void script(Path script, int rounds) {
    int number = 0;
    for (byte[] module : SuiteModules.of(script)) {
      module(SuiteFiles.name(script) + " module " + number++, module, rounds);
    }
  }

  /** Tries {@code rounds} mutations of a module. */
  void module(String origin, byte[] module, int rounds) {
    var mutator = new Mutator(seed + origin.hashCode());
    for (int i = 0; i < rounds; i++) {
      trials.attempt(origin, mutator.mutate(module));
    }
  }

  /** How many modules were tried. */
  long tried() {
    return trials.tried();
  }

  @Override
  public void close() {
    trials.close();
  }

  /**
   * Runs until the time is over, or something is found.
   *
   * @param args seconds, then a seed (0 if absent)
   */
  public static void main(String[] args) {
    new FuzzRun(args)
        .over(
            SuiteFiles.scripts(),
            (seed, script) -> {
              try (var fuzzer = new MutatedModules(seed)) {
                fuzzer.script(script, 50);
                return fuzzer.tried();
              }
            });
  }
}
