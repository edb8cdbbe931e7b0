package dev.wasmscope.wasm.suite;

import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.binary.Mutator;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.valid.CodeInfos;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads and validates damaged modules of the suite: whatever comes, the answer is a module or a
 * diagnostic. {@code main} goes on for as many seconds as it is told.
 */
public final class MutatedModules {

  private final long seed;
  private long tried;
  private long valid;

  private MutatedModules(long seed) {
    this.seed = seed;
  }

  /** Runs {@code rounds} mutations of every module; fails at the first wrong answer. */
  static long run(List<Path> scripts, long seed, int rounds) {
    var fuzzer = new MutatedModules(seed);
    scripts.forEach(script -> fuzzer.script(script, rounds));
    return fuzzer.tried;
  }

  private void script(Path script, int rounds) {
    int number = 0;
    for (byte[] module : SuiteModules.of(script)) {
      var mutator = new Mutator(seed + 31L * number + SuiteFiles.name(script).hashCode());
      for (int i = 0; i < rounds; i++) {
        attempt(mutator.mutate(module), SuiteFiles.name(script) + " module " + number);
      }
      number++;
    }
  }

  private void attempt(byte[] bytes, String origin) {
    tried++;
    try {
      judge(bytes);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(origin + ": " + HexFormat.of().formatHex(bytes), e);
    }
  }

  private void judge(byte[] bytes) {
    BinaryModule read;
    try {
      read = BinaryReader.read(bytes, FeatureSet.ALL);
    } catch (DiagnosticException _) {
      return;
    }
    List<Diagnostic> errors = ModuleValidator.validate(read.module(), FeatureSet.ALL, read.spans());
    if (!errors.isEmpty()) {
      return;
    }
    valid++;
    CodeInfos infos = CodeInfos.of(read.module());
    IndexSpaces spaces = IndexSpaces.of(read.module());
    for (int f = spaces.importedFunctions(); f < spaces.functions().size(); f++) {
      infos.get(f);
    }
    byte[] written = BinaryWriter.write(read.module());
    BinaryModule again = BinaryReader.read(written, FeatureSet.ALL);
    if (!again.module().equals(read.module())) {
      throw new IllegalStateException("decode(encode(m)) differs from m");
    }
  }

  /**
   * Runs until the time is over.
   *
   * @param args seconds, then a seed (0 if absent)
   */
  public static void main(String[] args) {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 0;
    long tried = 0;
    long valid = 0;
    while (System.nanoTime() < end) {
      for (Path script : SuiteFiles.scripts()) {
        var fuzzer = new MutatedModules(seed);
        fuzzer.script(script, 50);
        tried += fuzzer.tried;
        valid += fuzzer.valid;
        if (System.nanoTime() >= end) {
          break;
        }
      }
      seed++;
    }
    System.out.println(tried + " mutated modules, " + valid + " of them valid");
  }
}
