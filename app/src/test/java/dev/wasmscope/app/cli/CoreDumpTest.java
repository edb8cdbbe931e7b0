package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Core dumps on the command line: written by a trap, shown by the debugger. */
@Timeout(120)
class CoreDumpTest {
  private static final String PROGRAM =
      """
      (module
        (memory $ram 2 3)
        (data (i32.const 70000) "hello")
        (global $limit i64 (i64.const 77))
        (global $none externref (ref.null extern))
        (func $check (param $n i32) (param $x f64)
          (i32.store (i32.const 16) (local.get $n))
          (i32.const 5)
          (unreachable))
        (func (export "main") (local $v v128) (local $count i32)
          (local.set $count (i32.const 9))
          (call $check (i32.const 42) (f64.const 0.5))))
      """;

  @TempDir private Path folder;
  private String module;
  private Path dump;

  @BeforeEach
  void writeModule() throws IOException {
    module = Files.writeString(folder.resolve("m.wat"), PROGRAM).toString();
    dump = folder.resolve("m.coredump");
  }

  private CliRun trap() {
    return CliRun.of("run", module, "--coredump-on-trap", dump.toString(), "--invoke", "main");
  }

  private CliRun look(List<String> commands, String... options) throws IOException {
    Path script = Files.write(folder.resolve("s.dbg"), commands);
    List<String> all =
        new ArrayList<>(List.of("debug", dump.toString(), "--commands", script.toString()));
    all.addAll(List.of(options));
    return CliRun.of(all.toArray(String[]::new));
  }

  @Test
  void aTrapLeavesACoreDumpThatTheDebuggerShows() throws IOException {
    CliRun run = trap();
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.err().contains("Wrote " + dump), run.err());
    CliRun shown =
        look(
            List.of(
                "bt",
                "info locals",
                "info stack",
                "info globals",
                "print $n + i32@16",
                "x/s 70000",
                "frame 1",
                "info locals"),
            "--module",
            module);
    assertEquals(
        """
        Core dump of m.wat
        main: In the core dump
        #0 check+10 at m.wat:9
        =>    9      (unreachable))
        > bt
        #0 check+10 at m.wat:9
        #1 main+20 at m.wat:12
        > info locals
          param 0 $n: i32 = 42 (0x2a)
          param 1 $x: f64 = 0.5
        > info stack
          s[0]: i32 = 5
        > info globals
          global 0 $limit: i64 = 77 (0x4d)
          global 1 $none: externref = null
        > print $n + i32@16
        84 (0x54)
        > x/s 70000
        0x00011170: "hello"
        > frame 1
        #1 main+20 at m.wat:12
        =>   12      (call $check (i32.const 42) (f64.const 0.5))))
        > info locals
          local 1 $count: i32 = 9
        """,
        shown.out(),
        shown.err());
    assertEquals(ExitCode.OK, shown.exitCode());
  }

  @Test
  void withoutItsModuleADumpStillHasValues() throws IOException {
    trap();
    CliRun shown = look(List.of("info locals", "print $0"));
    assertTrue(shown.out().contains("#0 func[0]+10"), shown.out());
    assertTrue(shown.out().contains("local 0: i32 = 42"), shown.out());
  }

  @Test
  void aDumpCannotRunAndSaysSo() throws IOException {
    trap();
    for (String command : List.of("step", "continue", "set $n = 1", "run", "call main", "kill")) {
      CliRun refused = look(List.of(command), "--module", module);
      assertEquals(ExitCode.BAD_INPUT, refused.exitCode(), command);
      assertTrue(refused.err().contains("a core dump shows a program that is over"), command);
    }
    CliRun run = CliRun.of("run", dump.toString());
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("is a core dump and cannot run"), run.err());
  }

  @Test
  void aDamagedDumpIsShownOrRefusedWithASentence() throws IOException {
    trap();
    byte[] good = Files.readAllBytes(dump);
    Random random = new Random(4);
    for (int round = 0; round < 150; round++) {
      byte[] bad = Arrays.copyOf(good, round < 50 ? good.length * round / 50 : good.length);
      for (int i = 0; i < 3 && bad.length > 8 && round >= 50; i++) {
        bad[8 + random.nextInt(bad.length - 8)] = (byte) random.nextInt();
      }
      Files.write(dump, bad);
      CliRun shown = look(List.of("bt", "info locals", "info memory", "list"), "--module", module);
      assertTrue(List.of(ExitCode.OK, ExitCode.BAD_INPUT).contains(shown.exitCode()), shown.err());
      assertFalse(shown.err().contains("Exception"), shown.err());
    }
  }
}
