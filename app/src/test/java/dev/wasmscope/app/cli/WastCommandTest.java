package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WastCommandTest {
  private static final String MODULE =
      "(module (func (export \"one\") (result i32) (i32.const 1)))\n";

  @TempDir private Path folder;

  @Test
  void theLastLineCountsWhatHolds() throws IOException {
    Path script = write("good.wast", MODULE + "(assert_return (invoke \"one\") (i32.const 1))\n");

    assertEquals(
        new CliRun(0, "1 passed, 0 failed, 0 skipped\n", ""), CliRun.of("wast", script.toString()));
  }

  @Test
  void aFailingCommandIsNamedWithFileAndLine() throws IOException {
    Path script = write("bad.wast", MODULE + "\n(assert_return (invoke \"one\") (i32.const 2))\n");
    CliRun run = CliRun.of("wast", script.toString());

    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.out().startsWith(script + ":3: "), run.out());
    assertTrue(run.out().endsWith("\n0 passed, 1 failed, 0 skipped\n"), run.out());
  }

  @Test
  void foldersAreSearchedAndTheirScriptsAddedUp() throws IOException {
    Files.createDirectory(folder.resolve("below"));
    write("below/a.wast", MODULE + "(assert_return (invoke \"one\") (i32.const 1))\n");
    write("b.wast", MODULE + "(assert_return (invoke \"one\") (i32.const 1))\n");

    assertEquals("2 passed, 0 failed, 0 skipped\n", CliRun.of("wast", folder.toString()).out());
  }

  @Test
  void jsonHoldsFailures() throws IOException {
    Path script = write("bad.wast", MODULE + "(assert_return (invoke \"one\") (i32.const 2))\n");
    CliRun run = CliRun.of("wast", "--json", script.toString());

    assertTrue(run.out().contains("\"failed\" : 1"), run.out());
    assertTrue(run.out().contains("\"line\" : 2"), run.out());
  }

  @Test
  void aBrokenScriptFailsAndAMissingOneIsBadInput() throws IOException {
    CliRun broken = CliRun.of("wast", write("broken.wast", "(assert_return (invoke").toString());
    assertEquals(ExitCode.FAILED, broken.exitCode(), broken.out() + broken.err());

    CliRun missing = CliRun.of("wast", folder.resolve("none.wast").toString());
    assertEquals(ExitCode.BAD_INPUT, missing.exitCode());
    assertTrue(missing.err().contains("no such file"), missing.err());

    CliRun empty = CliRun.of("wast", Files.createDirectory(folder.resolve("empty")).toString());
    assertEquals(ExitCode.BAD_INPUT, empty.exitCode());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
