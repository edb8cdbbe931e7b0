package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final String ARITHMETIC =
      """
      (module
        (func $fac (export "fac") (param $n i64) (result i64)
          (if (result i64) (i64.eqz (local.get $n))
            (then (i64.const 1))
            (else (i64.mul (local.get $n) (call $fac (i64.sub (local.get $n) (i64.const 1)))))))
        (func $div (export "div") (param i32 i32) (result i32)
          (i32.div_s (local.get 0) (local.get 1)))
        (func (export "ratio") (param i32 i32) (result i32)
          (call $div (local.get 0) (local.get 1)))
        (func (export "pair") (param f64) (result f64 i32) (local.get 0) (i32.const -7)))
      """;

  @TempDir private Path folder;

  @Test
  void eachResultIsALineInTheTextFormatsNotation() throws IOException {
    assertEquals(
        new CliRun(0, "i64.const 2432902008176640000\n", ""),
        CliRun.of("run", arithmetic(), "--invoke", "fac", "20"));
    assertEquals(
        "f64.const -12.0\ni32.const -7\n",
        CliRun.of("run", arithmetic(), "--invoke", "pair", "-0x1.8p3").out());
  }

  @Test
  void aCommandLineWithoutOptionsDoesTheSameAsAParsedOne() throws IOException {
    Path arguments = folder.resolve("arguments.wat");
    Files.writeString(
        arguments,
        """
        (module
          (import "wasi_snapshot_preview1" "args_sizes_get"
            (func $sizes (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 1)
          (func (export "_start")
            (drop (call $sizes (i32.const 0) (i32.const 4)))
            (call $exit (i32.add (i32.const 40) (i32.load (i32.const 0))))))
        """);
    String file = arguments.toString();
    String missing = folder.resolve("none.wat").toString();
    String broken =
        Files.writeString(folder.resolve("broken.wat"), "(module (func nop nopp))").toString();

    assertTrue(CliRun.of("run", file, "a", "b").err().contains("exit code 43"));
    assertEquals(
        CliRun.of("run", "--stub-imports", file, "a", "b"), CliRun.of("run", file, "a", "b"));
    for (String bad : new String[] {missing, broken}) {
      assertEquals(CliRun.of("run", "--stub-imports", bad), CliRun.of("run", bad));
      assertEquals(ExitCode.BAD_INPUT, CliRun.of("run", bad).exitCode());
    }
  }

  @Test
  void theFunctionMayBeNamedBeforeTheFile() throws IOException {
    assertEquals(
        "i32.const -3\n", CliRun.of("run", "--invoke", "div", arithmetic(), "-7", "2").out());
  }

  @Test
  void aTrapPrintsItsReasonAndTheStackWithPlacesInTheText() throws IOException {
    String file = arithmetic();
    CliRun run = CliRun.of("run", file, "--invoke", "ratio", "1", "0");

    assertEquals(ExitCode.FAILED, run.exitCode());
    assertEquals("", run.out());
    String[] lines = run.err().split("\n", -1);
    assertEquals("trap: integer divide by zero", lines[0]);
    assertTrue(lines[1].startsWith("  at div (" + file + ":7:"), run.err());
    assertTrue(lines[2].startsWith("  at ratio (" + file + ":9:"), run.err());
  }

  @Test
  void jsonSaysHowTheProgramEnded() throws IOException {
    CliRun run = CliRun.of("run", "--json", arithmetic(), "--invoke", "div", "1", "0");

    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.out().contains("\"outcome\" : \"trapped\""), run.out());
    assertTrue(run.out().contains("at div ("), run.out());
  }

  @Test
  void referencesAreWrittenAndShownByWhatTheyPointTo() throws IOException {
    Path gc =
        Files.writeString(
            folder.resolve("gc.wat"),
            """
            (module
              (type $Person (struct (field $name (ref string)) (field $age i32)))
              (func (export "create") (param (ref string) i32) (result (ref $Person))
                (struct.new $Person (local.get 0) (local.get 1)))
              (func (export "name") (param (ref $Person)) (result (ref string))
                (struct.get $Person $name (local.get 0))))
            """);
    CliRun created =
        CliRun.of("run", "--features", "+stringref", "--invoke", "create", gc + "", "Ann Lee", "7");
    assertEquals("$Person {name: \"Ann Lee\", age: 7}\n", created.out());
    CliRun name =
        CliRun.of(
            "run", "--features", "+stringref", "--invoke", "name", gc + "", "{\"\\u{df}\", 1}");
    assertEquals("\"ß\"\n", name.out());
  }

  @Test
  void anUncaughtExceptionSaysItsTagOnceAndWhereItWasThrown() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("throws.wat"),
            """
            (module
              (tag $oops (param i32))
              (func (export "f") (throw $oops (i32.const 5))))
            """);
    CliRun run = CliRun.of("run", "--invoke", "f", file.toString());
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertEquals("uncaught exception: $oops {5}\n  at f (" + file + ":3:23)\n", run.err());
  }

  @Test
  void stubsAreNamedAndTheirCallsAreLogged() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("stubs.wat"),
            """
            (module
              (import "env" "log" (func $log (param i32)))
              (import "env" "never" (func))
              (import "env" "now" (func $now (result i64)))
              (func (export "f") (result i64)
                (call $log (i32.const 1)) (call $log (i32.const 2))
                (call $now)))
            """);
    CliRun run = CliRun.of("run", "--stub-imports", "--invoke", "f", file.toString());
    assertEquals("i64.const 0\n", run.out());
    assertEquals(
        """
        stub: nobody provides env.log, env.never, env.now
        stub: env.log was called; it answers zero or null
        stub: env.now was called; it answers zero or null
        stub: env.log was called 2 times
        """,
        run.err());
  }

  @Test
  void wrongNamesAndArgumentsAreBadInputWithARemedy() throws IOException {
    assertBad("Did you mean fac?", arithmetic(), "--invoke", "fca", "1");
    assertBad("takes 1 argument [i64], not 0", arithmetic(), "--invoke", "fac");
    assertBad(
        "expected a value of type i64, such as 42, -1 or 0x2a; found 'x'",
        arithmetic(),
        "--invoke",
        "fac",
        "x");
    assertBad("Exported functions: fac, div, ratio, pair", arithmetic());
  }

  @Test
  void aMisspeltOptionIsAUsageErrorNotAnArgument() throws IOException {
    CliRun run = CliRun.of("run", arithmetic(), "--invok", "fac", "1");

    assertEquals(ExitCode.USAGE, run.exitCode());
    assertTrue(run.err().contains("'--invok'"), run.err());
  }

  @Test
  void anUnknownFeatureNamesTheNearest() throws IOException {
    CliRun run = CliRun.of("run", arithmetic(), "--features", "+smid", "--invoke", "fac", "1");

    assertEquals(ExitCode.USAGE, run.exitCode());
    assertTrue(run.err().contains("did you mean simd?"), run.err());
  }

  @Test
  void aFeatureThatIsOffRefusesTheModule() throws IOException {
    String simd = write("(module (func (export \"f\") (drop (v128.const i64x2 0 0))))");

    assertEquals(ExitCode.OK, CliRun.of("run", simd, "--invoke", "f").exitCode());
    assertBad("feature is switched off", simd, "--invoke", "f", "--disable-simd");
    assertBad("feature is switched off", simd, "--invoke", "f", "--features", "-simd");
    assertEquals(
        ExitCode.OK,
        CliRun.of("run", simd, "--invoke", "f", "--disable-simd", "--enable-simd").exitCode());
  }

  @Test
  void anImportNobodyProvidesIsBadInput() throws IOException {
    String file = write("(module (import \"env\" \"missing\" (func)) (func (export \"_start\")))");

    assertBad("unknown import", file);
  }

  @Test
  void aProgramSeesItsInputArgumentsAndVariables() throws IOException {
    Path program = SampleFiles.sample(folder, "word-count/word-count.wasm");
    CliRun run = CliRun.withInput("one two\nthree two\n", "run", program.toString());

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertTrue(run.out().contains("2 two"), run.out());
  }

  @Test
  void aProgramReachesOnlyTheDirectoriesItIsGranted() throws IOException {
    Path program = SampleFiles.sample(folder, "word-count/word-count.wasm");
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("text.txt"), "alpha beta alpha\n");

    CliRun granted =
        CliRun.of("run", program.toString(), "--dir", data + "::/in", "--", "/in/text.txt");
    assertEquals(ExitCode.OK, granted.exitCode(), granted.err());
    assertTrue(granted.out().contains("2 alpha"), granted.out());

    CliRun denied = CliRun.of("run", program.toString(), "--", data + "/text.txt");
    assertEquals(ExitCode.FAILED, denied.exitCode(), denied.out());
    assertFalse(denied.out().contains("alpha"), denied.out());

    assertBad("is not a directory", program.toString(), "--dir", folder + "/none::/in");
  }

  @Test
  void aSandboxFileGrantsItsDirectoriesReadOnly() throws IOException {
    Path program = SampleFiles.sample(folder, "word-count/word-count.wasm");
    Files.writeString(folder.resolve("text.txt"), "alpha beta alpha\n");
    Path config = folder.resolve("sandbox.toml");
    Files.writeString(
        config,
        """
        [sandbox]
        enabled = true
        [sandbox.filesystem]
        read_only = true
        allowed_paths = ["%s", "/no/such/folder"]
        """
            .formatted(folder));

    CliRun run =
        CliRun.of(
            "run", program.toString(), "--config", config.toString(), "--", folder + "/text.txt");
    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertTrue(run.out().contains("2 alpha"), run.out());
  }

  @Test
  void aMemoryLimitIsKept() throws IOException {
    String file =
        write(
            "(module (memory 1) (func (export \"grow\") (result i32)"
                + " (memory.grow (i32.const 64))))");

    assertEquals("i32.const 1\n", CliRun.of("run", file, "--invoke", "grow").out());
    assertEquals(
        "i32.const -1\n", CliRun.of("run", file, "--invoke", "grow", "--max-memory", "1MiB").out());
    assertEquals(
        ExitCode.USAGE,
        CliRun.of("run", file, "--invoke", "grow", "--max-memory", "lots").exitCode());
  }

  @Test
  void aProgramWithoutAnEndEndsWithItsFuel() throws IOException {
    String file = write("(module $m (func $spin (export \"spin\") (loop $l (br $l))))");

    CliRun run = CliRun.of("run", file, "--invoke", "spin", "--fuel", "1000");
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.err().contains("out of fuel after 1000 calls and rounds of loops"), run.err());
    assertTrue(run.err().contains("spin"), run.err());
    for (String wrong : new String[] {"0", "-1", "lots"}) {
      assertEquals(
          ExitCode.USAGE,
          CliRun.of("run", file, "--invoke", "spin", "--fuel=" + wrong).exitCode(),
          wrong);
    }
  }

  @Test
  void aProgramWithoutAnEndEndsWhenItsTimeIsOver() throws IOException {
    String file =
        write(
            "(module $m (import \"wasi_snapshot_preview1\" \"poll_oneoff\" (func $poll (param i32"
                + " i32 i32 i32) (result i32))) (memory (export \"memory\") 1) (func $spin (export"
                + " \"spin\") (loop $l (br $l)))"
                // The clock of the subscription is the monotonic one, for a day.
                + " (data (i32.const 16) \"\\01\") (func $sleep (export \"sleep\") (i64.store"
                + " (i32.const 24) (i64.const 86400000000000)) (drop (call $poll (i32.const 0)"
                + " (i32.const 64) (i32.const 1) (i32.const 128)))))");
    for (String function : new String[] {"spin", "sleep"}) {
      CliRun run = CliRun.of("run", file, "--invoke", function, "--timeout", "0.02");
      assertEquals(ExitCode.FAILED, run.exitCode());
      assertTrue(run.err().startsWith("trap: out of time\n  at " + function), run.err());
    }
    for (String wrong : new String[] {"0", "-1", "soon"}) {
      assertEquals(
          ExitCode.USAGE,
          CliRun.of("run", file, "--invoke", "spin", "--timeout=" + wrong).exitCode(),
          wrong);
    }
  }

  @Test
  void whoeverEndsForWantOfSomethingLeavesACoreDump() throws IOException {
    String file = write("(module $m (func $spin (export \"spin\") (loop $l (br $l))))");
    Path dump = folder.resolve("core");
    for (String limit : new String[] {"--fuel=1000", "--timeout=20ms"}) {
      CliRun.of("run", file, "--invoke", "spin", limit, "--coredump-on-trap", dump.toString());
      CliRun shown = CliRun.withInput("backtrace\n", "debug", dump.toString(), "--module", file);
      assertTrue(shown.out().contains("spin"), shown.out());
      Files.delete(dump);
      CliRun debugged =
          CliRun.withInput("run\nbacktrace\nquit\n", "debug", file, "--invoke", "spin", limit);
      assertTrue(debugged.out().contains("#0"), debugged.out());
      assertTrue(debugged.out().contains("out of "), debugged.out());
    }
  }

  @Test
  void memoryThatCannotGrowTrapsIfAsked() throws IOException {
    String file =
        write(
            "(module (memory 1) (func $grow (export \"grow\") (param i32) (result i32)"
                + " (memory.grow (local.get 0))))");
    String[] run = {"run", file, "--max-memory=1MiB", "--trap-on-grow-failure", "--invoke", "grow"};
    String[] more = java.util.Arrays.copyOf(run, run.length + 1);
    more[run.length] = "15";
    assertEquals("i32.const 1\n", CliRun.of(more).out());
    more[run.length] = "16";
    CliRun trapped = CliRun.of(more);
    assertEquals(ExitCode.FAILED, trapped.exitCode());
    String message = "trap: out of memory for 17 pages of 65536 bytes; the limit is 1048576 bytes";
    assertTrue(trapped.err().startsWith(message + "\n  at grow"), trapped.err());
  }

  @Test
  void statisticsTellWhatWasCompiled() throws IOException {
    String file =
        write(
            "(module (func (export \"spin\") (local i32) (loop $l (br_if $l (i32.lt_u"
                + " (local.tee 0 (i32.add (local.get 0) (i32.const 1)))"
                + " (i32.const 100000000))))))");
    CliRun run = CliRun.of("run", file, "--invoke", "spin", "--stats");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains(" functions, 1 loops;"), run.err());
    assertTrue(run.err().contains("interpreted only:   0 functions"), run.err());
    assertTrue(run.err().contains("compiled code left: 0 times"), run.err());
    assertTrue(run.err().contains("Java heap: "), run.err());
  }

  @Test
  void everyTruncationOfABinaryIsBadInput() throws IOException {
    for (int length = 0; length < SampleFiles.ADD.length; length += 3) {
      Path file = folder.resolve("cut.wasm");
      Files.write(file, Arrays.copyOf(SampleFiles.ADD, length));
      CliRun run = CliRun.of("run", file.toString(), "--invoke", "add", "1", "2");

      if (run.exitCode() != ExitCode.OK) {
        assertEquals(ExitCode.BAD_INPUT, run.exitCode(), run.err());
      }
    }
  }

  private void assertBad(String sentence, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "run";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CliRun run = CliRun.of(all);
    assertEquals(ExitCode.BAD_INPUT, run.exitCode(), run.err());
    assertTrue(run.err().contains(sentence), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  private String arithmetic() throws IOException {
    return write(ARITHMETIC);
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("program.wat"), text).toString();
  }
}
