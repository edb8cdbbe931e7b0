package dev.wasmscope.wasm.suite;

import dev.wasmscope.fuzz.FuzzRun;
import dev.wasmscope.fuzz.TextMutator;
import dev.wasmscope.fuzz.Trials;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.script.Command;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.script.WastScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Damaged scripts and texts of the suite, given to all that reads texts: whatever comes, the answer
 * is a module or diagnostics. {@code main} goes on for as many seconds as it is told.
 */
public final class MutatedTexts implements AutoCloseable {

  /** Scripts above this size are only taken apart into their modules. */
  private static final int LARGE = 1 << 16;

  private static final List<String> WORDS =
      Stream.concat(
              Arrays.stream(Opcode.values()).map(Opcode::mnemonic),
              Stream.of(
                  "(;",
                  ";)",
                  ";;",
                  "(@custom \"x\" (after code) \"\")",
                  "(@name \"\\ff\")",
                  "(@metadata.code.branch_hint \"\\01\")",
                  "(@datacount)",
                  "(@",
                  "(@x \"",
                  "$",
                  "$\"\"",
                  "$\"\\u{110000}\"",
                  "\"\\u{d800}\"",
                  "\"\\\"",
                  "offset=-1",
                  "align=3",
                  "offset=0xffffffffffffffffff",
                  "nan:0x0",
                  "nan:0x800000",
                  "nan:canonical",
                  "(module",
                  "(module binary",
                  "(module quote",
                  "(func",
                  "(type",
                  "(param",
                  "(result",
                  "(local",
                  "(import",
                  "(export",
                  "(memory",
                  "(data",
                  "(table",
                  "(elem",
                  "(global",
                  "(tag",
                  "(rec",
                  "(sub",
                  "(sub final",
                  "(struct",
                  "(array",
                  "(field",
                  "(ref",
                  "(ref null",
                  "(mut",
                  "(then",
                  "(else",
                  "(start",
                  "(pagesize 1)",
                  "shared",
                  "i8x16",
                  "i64x2",
                  "func",
                  "extern",
                  "string",
                  "i32",
                  "i64",
                  "v128",
                  "declare",
                  "item",
                  "item offset",
                  "(assert_return",
                  "(invoke",
                  "(thread",
                  "(wait",
                  "(either",
                  "(register",
                  "definition",
                  "instance"))
          .toList();

  private final Trials scripts = new Trials(TextTrial::script);
  private final Trials texts = new Trials(TextTrial::text);
  private final long seed;

  MutatedTexts(long seed) {
    this.seed = seed;
  }

  /** Tries {@code rounds} mutations of the script and of every text in it. */
  void script(Path script, int rounds) {
    byte[] source = read(script);
    var mutator = new TextMutator(seed + SuiteFiles.name(script).hashCode(), WORDS);
    for (int i = 0; i < rounds && source.length < LARGE; i++) {
      scripts.attempt(SuiteFiles.name(script), mutator.mutate(source));
    }
    for (Command command : WastScript.parse(source).commands()) {
      if (command instanceof Command.Module(_, _, ModuleSource.Text(_, var text))) {
        for (int i = 0; i < rounds; i++) {
          texts.attempt(
              SuiteFiles.name(script) + " text at byte " + text.offset(),
              mutator.mutate(text.toBytes()));
        }
      }
    }
  }

  private static byte[] read(Path script) {
    try {
      return Files.readAllBytes(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many texts were tried. */
  long tried() {
    return scripts.tried() + texts.tried();
  }

  @Override
  public void close() {
    scripts.close();
    texts.close();
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
              try (var fuzzer = new MutatedTexts(seed)) {
                fuzzer.script(script, 10);
                return fuzzer.tried();
              }
            });
  }
}
