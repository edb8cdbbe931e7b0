package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that start threads, on the command line. */
@Timeout(60)
class ThreadProgramTest {
  private static final String PROGRAM =
      """
      (module
        (import "env" "memory" (memory 1 1 shared))
        (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
        (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
        (func $await (drop (memory.atomic.wait32 (i32.const 8) (i32.const 0) (i64.const -1))))
        (func $divide (param $n i32)
          (drop (i32.div_u (i32.const 1) (local.get $n)))) ;; line 7
        (func (export "wasi_thread_start") (param $number i32) (param $argument i32)
          (if (i32.eq (local.get $argument) (i32.const 7)) (then (call $exit (i32.const 7))))
          (call $divide (local.get $argument))
          (i32.atomic.store (i32.const 8) (local.get $argument))
          (drop (memory.atomic.notify (i32.const 8) (i32.const 1))))
        (func (export "main") (param $argument i32) (result i32)
          (drop (call $spawn (local.get $argument)))
          (call $await)
          (i32.load (i32.const 8))))
      """;

  @TempDir private Path folder;
  private String module;

  @BeforeEach
  void writeModule() throws IOException {
    module = Files.writeString(folder.resolve("m.wat"), PROGRAM).toString();
  }

  private CliRun main(String argument) {
    return CliRun.of("run", module, "--invoke", "main", argument);
  }

  private CliRun debug(String argument, String... lines) throws IOException {
    Path script = Files.write(folder.resolve("s.dbg"), List.of(lines));
    List<String> all =
        List.of("debug", module, "--commands", script.toString(), "--invoke", "main", argument);
    return CliRun.of(new ArrayList<>(all).toArray(String[]::new));
  }

  @Test
  void aThreadDoesTheWork() {
    CliRun run = main("42");
    assertEquals("i32.const 42\n", run.out(), run.err());
    assertEquals(ExitCode.OK, run.exitCode());
  }

  @Test
  void aTrapNamesItsThread() {
    CliRun run = main("0");
    assertEquals(
        """
        trap: integer divide by zero in thread 1
          at divide (%1$s:7:12)
          at wasi_thread_start (%1$s:10:6)
        """
            .formatted(module),
        run.err());
    assertEquals(ExitCode.FAILED, run.exitCode());
  }

  @Test
  void theExitOfAThreadIsThatOfTheProgram() {
    CliRun run = main("7");
    assertEquals("the program ended with exit code 7\n", run.err());
    assertEquals(ExitCode.FAILED, run.exitCode());
  }

  @Test
  void threadsAreShownAndSelected() throws IOException {
    CliRun run =
        debug(
            "42",
            "catch thread-start",
            "run",
            "print $number",
            "thread main",
            "bt",
            "thread 1",
            "continue");
    assertTrue(run.out().contains("Breakpoint #1 [thread 1]\n"), run.out());
    assertTrue(run.out().contains("> print $number\n1\n"), run.out());
    assertTrue(run.out().contains("main+"), run.out());
    assertTrue(run.out().endsWith("Program returned i32.const 42\n"), run.out());
    assertEquals(ExitCode.OK, run.exitCode(), run.err());
  }

  @Test
  void aThreadThatDoesNotExistIsRefused() throws IOException {
    CliRun run = debug("42", "start", "threads", "thread 3");
    assertTrue(run.out().contains("* main  Stopped before the first instruction"), run.out());
    assertTrue(run.err().contains("there is no thread 3; there are main"), run.err());
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
  }
}
