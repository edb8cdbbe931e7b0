package dev.wasmscope.benchmark;

import dev.wasmscope.benchmark.peer.ShellCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times whole processes that take turns; the first is the reference. */
@Command(
    name = "CommandRace",
    mixinStandardHelpOptions = true,
    description = "Reads lines: a title, a tab, a command for bash; prints a table of their times.")
final class CommandRace implements Callable<Integer> {

  @Option(names = "--rounds", description = "Executions of each (default ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(names = "--same-output", description = "A command whose output differs has no number.")
  private boolean sameOutput;

  @Option(
      names = "--printed",
      paramLabel = "REGEX",
      description =
          "Finds the milliseconds that commands print of their own rounds, which are no part of the"
              + " output that is compared.")
  private Pattern printed = Pattern.compile("(?!)");

  private CommandRace() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new CommandRace()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Map<String, ShellCommand> commands = commands();
    Map<String, List<ShellCommand.Run>> runs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, ShellCommand> command : commands.entrySet()) {
        runs.computeIfAbsent(command.getKey(), _ -> new ArrayList<>())
            .add(command.getValue().run());
      }
    }
    System.out.print(new CommandReport(runs, sameOutput, printed).markdown());
    return CommandLine.ExitCode.OK;
  }

  private static Map<String, ShellCommand> commands() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return lines
        .lines()
        .map(line -> line.split("\t", 2))
        .collect(
            Collectors.toMap(
                parts -> parts[0],
                parts -> new ShellCommand(parts[1]),
                (_, second) -> second,
                LinkedHashMap::new));
  }
}
