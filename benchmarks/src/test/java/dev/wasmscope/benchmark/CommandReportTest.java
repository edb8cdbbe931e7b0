package dev.wasmscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.benchmark.peer.ShellCommand;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CommandReportTest {

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  @Test
  void timesAreComparedWithTheFirst() {
    Map<String, List<ShellCommand.Run>> runs = new LinkedHashMap<>();
    runs.put("empty", List.of(run(0, "a", 40, 20), run(0, "a", 60, 20)));
    runs.put("hello", List.of(run(0, "b", 80, 30), run(0, "b", 120, 30)));
    runs.put("broken", List.of(run(1, "a", 1, 1)));
    assertEquals(
        """
        | process |     wall ms |           × | processor ms |           × |
        |:--------|------------:|------------:|-------------:|------------:|
        | empty   |     40 (50) | 1.00 (1.00) |      20 (20) | 1.00 (1.00) |
        | hello   |    80 (100) | 2.00 (2.00) |      30 (30) | 1.50 (1.50) |
        | broken  | exit code 1 |             |              |             |
        """,
        new CommandReport(runs, false, NOTHING).markdown());
  }

  @Test
  void whoMustPrintTheSameAndDoesNotHasNoTime() {
    Map<String, List<ShellCommand.Run>> runs = new LinkedHashMap<>();
    runs.put("right", List.of(run(0, "a", 1, 1)));
    runs.put("wrong", List.of(run(0, "b", 1, 1)));
    assertEquals(
        "| wrong   | wrong output |             |              |             |",
        new CommandReport(runs, true, NOTHING)
            .markdown()
            .lines()
            .skip(3)
            .findFirst()
            .orElseThrow());
  }

  @Test
  void timesThatAreNotPartOfTheOutputAreComparedToo() {
    Map<String, List<ShellCommand.Run>> runs = new LinkedHashMap<>();
    runs.put("node", List.of(run(0, "42 in 30 ms\n42 in 20 ms\n42 in 20 ms\n", 1, 1)));
    runs.put("own", List.of(run(0, "42 in 90 ms\n42 in 60 ms\n42 in 50 ms\n", 1, 1)));
    assertEquals(
        """
        | process | wall ms |           × | processor ms |           × | round ms |           × |
        |:--------|--------:|------------:|-------------:|------------:|---------:|------------:|
        | node    |   1 (1) | 1.00 (1.00) |        1 (1) | 1.00 (1.00) |  20 (20) | 1.00 (1.00) |
        | own     |   1 (1) | 1.00 (1.00) |        1 (1) | 1.00 (1.00) |  50 (60) | 2.50 (3.00) |
        """,
        new CommandReport(runs, true, Pattern.compile("in (\\d+) ms")).markdown());
  }

  @Test
  void aCommandGivesItsOutputAndExitCode() throws IOException {
    ShellCommand.Run run = new ShellCommand("echo out; echo err >&2; exit 3").run();
    assertEquals("out\n", run.output());
    assertEquals(3, run.exitCode());
  }

  private static ShellCommand.Run run(int exitCode, String output, double wall, double cpu) {
    return new ShellCommand.Run(exitCode, output, wall, cpu);
  }
}
