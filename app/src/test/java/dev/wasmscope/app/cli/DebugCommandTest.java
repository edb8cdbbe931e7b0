package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.profile.io.ProfileFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code debug}: its prompt, its errors, its exit codes. */
@Timeout(120)
class DebugCommandTest {
  private static final String MODULE =
      """
      (module
        (memory 1)
        (global $g (mut f64) (f64.const 0.5))
        (func $half (param $x i32) (result i32)
          (i32.div_s (local.get $x) (i32.const 2)))
        (func (export "main") (param $n i32) (result i32)
          (call $half (local.get $n)))
        (func (export "trap") unreachable)
        (func (export "odd name: (i32)") (param i32) (result i32)
          (i32.load8_u (local.get 0)))
        (func (export "pair") (result i32 i32) (i32.const 1) (i32.const 2))
        (func (export "spin") (loop (br 0))))
      """;

  @TempDir private Path folder;
  private String module;

  @BeforeEach
  void writeModule() throws IOException {
    module = Files.writeString(folder.resolve("m.wat"), MODULE).toString();
  }

  /** Runs a script of these lines; the program is called as {@code arguments} say. */
  private CliRun script(List<String> lines, String... arguments) throws IOException {
    Path script = Files.write(folder.resolve("s.dbg"), lines);
    List<String> all = new ArrayList<>(List.of("debug", module, "--commands", script.toString()));
    all.addAll(List.of(arguments));
    return CliRun.of(all.toArray(String[]::new));
  }

  private CliRun debugMain(String... lines) throws IOException {
    return script(List.of(lines), "--invoke", "main", "9");
  }

  /** What a script of one faulty line says. */
  private String error(String line) throws IOException {
    CliRun run = debugMain("start", "", "# the next line is wrong", line);
    assertEquals(ExitCode.BAD_INPUT, run.exitCode(), line);
    String prefix = folder.resolve("s.dbg") + ":4: ";
    assertTrue(run.err().startsWith(prefix), run.err());
    return run.err().substring(prefix.length()).strip();
  }

  @Test
  void thePromptAnswersAndGoesOnAfterAnError() {
    CliRun run = CliRun.withInput("prnt 1\nrun\nq\n", "debug", module, "--invoke", "main", "-9");

    assertEquals("there is no command prnt; did you mean print?\n", run.err());
    assertEquals("(wasmscope) (wasmscope) Program returned i32.const -4\n(wasmscope) ", run.out());
    assertEquals(ExitCode.OK, run.exitCode());
  }

  @Test
  void objectsAreShownChangedAndPassed() throws IOException {
    module =
        Files.writeString(
                folder.resolve("gc.wat"),
                """
                (module
                  (type $Person (struct (field $name stringref) (field $age (mut i32))))
                  (type $Bytes (array (mut i8)))
                  (func (export "older") (param $p (ref $Person)) (param $v v128) (result i32)
                    (local $a (ref null $Bytes))
                    (local.set $a (array.new $Bytes (i32.const 7) (i32.const 1000)))
                    (struct.get $Person $age (local.get $p))))
                """)
            .toString();
    CliRun run =
        script(
            List.of(
                "start",
                "next",
                "info locals",
                "print/i8x16 $v",
                "print/x $p.age",
                "members $a 998",
                "set $p.age = $p.age + 1",
                "set $a.999 = 0xff",
                "members $a 999 1",
                "print $p",
                "continue",
                "call older $Person {\"B C\", 5} i32x4 1 2 3 4"),
            "--invoke",
            "older",
            "{name: \"Ann\", age: 41}",
            "i64x2 1 2",
            "--features",
            "+stringref");

    assertEquals("", run.err());
    String out = run.out();
    assertTrue(out.contains("param 0 $p: (ref $Person) = $Person {name: \"Ann\", age: 41}\n"), out);
    assertTrue(out.contains("\ni8x16 1 0 0 0 0 0 0 0 2 0 0 0 0 0 0 0\n"), out);
    assertTrue(out.contains("\n0x29\n"), out);
    assertTrue(out.contains("  [998]: i8 = 7  mutable\n  [999]: i8 = 7  mutable\n> set"), out);
    assertTrue(out.contains("  [999]: i8 = 255 (0xff)  mutable\n"), out);
    assertTrue(out.contains("\n$Person {name: \"Ann\", age: 42}\n"), out);
    assertTrue(out.contains("Program returned i32.const 42\n"), out);
    assertTrue(out.endsWith("i32.const 5\n"), out);
  }

  @Test
  void theEndOfTheInputEndsThePrompt() {
    CliRun run = CliRun.withInput("start\n", "debug", module, "--invoke", "main", "1");

    assertTrue(run.out().contains("Stopped before the first instruction"), run.out());
    assertEquals(ExitCode.OK, run.exitCode());
  }

  @Test
  void aProgramThatTrapsOrIsLeftFrozenHasFailed() throws IOException {
    assertEquals(ExitCode.FAILED, script(List.of("run"), "--invoke", "trap").exitCode());
    CliRun run = script(List.of("run", "continue"), "--invoke", "trap");
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.out().contains("Program trapped: unreachable"), run.out());
  }

  @Test
  void aProgramThatRunsIsPausedAndLeft() throws IOException {
    CliRun run = script(List.of("run &", "pause", "step", "continue &"), "--invoke", "spin");

    assertTrue(run.out().contains("Paused"), run.out());
    assertEquals(ExitCode.OK, run.exitCode());
  }

  @Test
  void whatCannotBeDoneNamesTheLineOfTheScript() throws IOException {
    assertEquals("there is no command jump; see help", error("jump 3"));
    assertEquals("there is no frame 7; there are 1", error("frame 7"));
    assertEquals("there is no function called $haf; did you mean half?", error("break $haf"));
    assertEquals("no instruction stands on line 3; the next with one is line 5", error("break 3"));
    assertEquals(
        "no instruction of half starts at offset 2; the nearest starts at 1",
        error("break half+2"));
    assertEquals("there is no breakpoint #4", error("delete 4"));
    assertEquals("there is no event trp", error("catch trp").split(";", 2)[0]);
    assertEquals("expected i32, found f64", error("set $n = $g"));
    assertEquals("there is no local $m", error("set local $m = 1").split(";", 2)[0]);
    assertEquals(
        "4 bytes at 0xfffd do not lie within the memory of 65536 bytes",
        error("set i32@0xfffd = 1"));
    assertEquals("no function is exported as 'nix'", error("call nix"));
    assertEquals("main takes 1 arguments [i32], found 0", error("call main"));
    assertTrue(error("print $n +").contains("^"));
    assertTrue(error("break 5 if (").contains("^"));
    assertEquals("the program is stopped already", error("wait"));
  }

  @Test
  void valuesOfEveryKindAreChanged() throws IOException {
    CliRun run =
        debugMain(
            "start",
            "set $n = 0x20",
            "set global $g = -inf",
            "set memory 16 = \"hi\"",
            "set f64@24 = 0.25",
            "print $n * 2",
            "print $g",
            "print u8@17",
            "print f64@24",
            "break half+5",
            "continue",
            "info stack",
            "set s[0] = 4",
            "continue");

    assertTrue(
        run.out()
            .contains(
                """
                > print $n * 2
                64 (0x40)
                > print $g
                -inf
                > print u8@17
                105 (0x69)
                > print f64@24
                0.25
                """),
        run.out() + run.err());
    assertTrue(run.out().endsWith("> continue\nProgram returned i32.const 8\n"), run.out());
  }

  @Test
  void memoryGoesToAFileAndBack() throws IOException {
    Path file = folder.resolve("bytes");
    CliRun run =
        debugMain(
            "start",
            "set memory 8 = 01 02 03",
            "write " + file + " 8 3",
            "read " + file + " 100",
            "x/3xb 100");

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertEquals(3, Files.size(file));
    assertTrue(run.out().contains("0x00000064: 01 02 03"), run.out());
  }

  @Test
  void aFunctionIsCalledFromAStoppedAndAFinishedProgram() throws IOException {
    CliRun run = debugMain("start", "call main 84", "continue", "call main 40");

    assertTrue(run.out().contains("> call main 84\ni32.const 42\n"), run.out());
    assertTrue(run.out().endsWith("> call main 40\ni32.const 20\n"), run.out());
  }

  @Test
  void whatACallGivesIsNamedAndUsed() throws IOException {
    CliRun run =
        debugMain(
            "run",
            "let $half = call main 40",
            "let $next = $half + 4",
            "set memory $next = \"A\\00\"",
            "set i32@$next + 4 = $next",
            "x/8xb $next",
            "call \"odd name: (i32)\" $next",
            "print u8@$next + $g");

    assertEquals("", run.err());
    assertTrue(
        run.out()
            .endsWith(
                """
                > x/8xb $next
                0x00000018: 41 00 00 00 18 00 00 00                          A.......
                > call "odd name: (i32)" $next
                i32.const 65
                > print u8@$next + $g
                65.5
                """),
        run.out());
    assertEquals(ExitCode.OK, run.exitCode());
  }

  @Test
  void whatCannotBeNamedSaysWhy() throws IOException {
    assertEquals("let takes $NAME = EXPR, or $NAME = call EXPORT [ARG…]", error("let half = 1"));
    assertEquals("let needs one result, the function gives 2", error("let $p = call pair"));
    assertEquals("no function is exported as 'par'; did you mean pair?", error("call par"));
    assertEquals("expected i8, found 256", error("set i8@0 = 256"));
    assertEquals("unreachable", error("let $t = call trap"));
    assertEquals(
        "expected \"text\" or bytes as 0a 0b, found \"\\q\"", error("set memory 0 = \"\\q\""));
  }

  @Test
  void aBrokenBreakpointFileIsRefusedWithItsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), "[ { \"kind\": \"plaec\" } ]");
    CliRun run = script(List.of("run"), "--invoke", "main", "1", "--breakpoint-file=" + file);

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().startsWith("b.json:1:"), run.err());
    assertTrue(run.err().contains("plaec"), run.err());
    assertFalse(run.out().contains("run"), run.out());
  }

  @Test
  void missingFilesAreBadInput() throws IOException {
    assertEquals(ExitCode.BAD_INPUT, CliRun.of("debug", "nowhere.wat").exitCode());
    assertEquals(
        ExitCode.BAD_INPUT, CliRun.of("debug", module, "--commands", "nowhere.dbg").exitCode());
    assertEquals(
        ExitCode.BAD_INPUT,
        script(List.of(), "--invoke", "main", "--breakpoint-file=nowhere.json").exitCode());
    assertEquals(ExitCode.USAGE, CliRun.of("debug").exitCode());
  }

  @Test
  void aProfileOfTheRunIsWritten() throws IOException {
    Path profile = folder.resolve("p.json");
    CliRun run =
        script(List.of("run"), "--invoke", "main", "9", "--profile-output", profile.toString());

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertTrue(ProfileFormats.read(profile).threads().getFirst().toString().length() > 0);
  }

  @Test
  void helpExplainsEveryCommand() {
    CliRun run = CliRun.withInput("help\nhelp x\n", "debug", module, "--invoke", "main", "1");

    for (String name : List.of("run", "continue", "until", "watch", "set", "disassemble")) {
      assertTrue(run.out().contains(name), name);
    }
    assertTrue(run.out().contains("x [/NFU] ADDRESS"), run.out());
  }
}
