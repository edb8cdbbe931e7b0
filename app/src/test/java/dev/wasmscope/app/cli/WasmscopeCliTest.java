package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasmscopeCliTest {
  @Test
  void withoutArgumentsTheWindowOpens() {
    assertEquals(new CliRun(0, "window []\n", ""), CliRun.of());
  }

  @Test
  void aFileOpensInTheWindow(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("a.wat"));

    assertEquals("window [" + file + "]\n", CliRun.of(file.toString()).out());
  }

  @Test
  void aWordThatIsNeitherFileNorCommandIsBadInput() {
    CliRun run = CliRun.of("rnu");

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().startsWith("rnu: no such file, and no command of this name"), run.err());
    assertTrue(run.err().contains("wasmscope --help"), run.err());
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    CliRun run = CliRun.of("doctor", "--jsno");

    assertEquals(ExitCode.USAGE, run.exitCode());
    assertTrue(run.err().contains("--jsno"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void helpNamesEveryCommandAndTheExitCodes() {
    CliRun run = CliRun.of("--help");

    assertEquals(ExitCode.OK, run.exitCode());
    for (String command : commands()) {
      assertTrue(run.out().contains("  " + command + " "), command);
    }
    assertTrue(run.out().contains("3 bad input"), run.out());
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : commands()) {
      CliRun run = CliRun.of(command, "--help");

      assertEquals(ExitCode.OK, run.exitCode(), command);
      assertTrue(run.out().contains("Usage: wasmscope"), command);
      assertTrue(run.out().contains(command), command);
    }
  }

  @Test
  void versionNamesTheJavaItRunsOn() {
    assertTrue(CliRun.of("--version").out().contains("Java " + Runtime.version()));
  }

  @Test
  void theLauncherStartsExactlyTheseCommandsWithoutJavaFx() throws IOException {
    String script = Files.readString(Path.of(System.getProperty("wasmscope.root"), "wasmscope"));
    Matcher list = Pattern.compile("(?m)^commands='(.*)'$").matcher(script);
    assertTrue(list.find());

    Set<String> expected = new TreeSet<>(commands());
    expected.remove("tour");
    assertEquals(expected, new TreeSet<>(Set.of(list.group(1).split(" "))));
  }

  private static Set<String> commands() {
    return WasmscopeCli.commandLine(Terminal.ofProcess(), null).getSubcommands().keySet();
  }
}
