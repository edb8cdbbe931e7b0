package dev.wasmscope.app.cli;

import dev.wasmscope.engine.wasi.StandardStreams;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a program to its end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs a program; a trap prints its stack.")
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final RunOptions options;

  @Option(
      names = "--json",
      description = "Print how the program ended as JSON; its own output goes to standard error.")
  private boolean json;

  @Option(
      names = "--coredump-on-trap",
      paramLabel = "FILE",
      description = "Write a core dump if the program traps; wasmscope debug shows it.")
  private Path coreDump;

  @Option(
      names = "--stats",
      description = "Say on standard error what was compiled, how often that was left, and memory.")
  private boolean stats;

  RunCommand(Terminal terminal, RunOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  @Override
  public Integer call() {
    StandardStreams streams = terminal.streams(json);
    try (CommandLineProgram program = CommandLineProgram.of(options, terminal, streams)) {
      TrapDump dump = new TrapDump(program.launch(), coreDump);
      RunStatistics statistics = new RunStatistics(program.launch().engine());
      ProgramResult result = program.run();
      dump.write(terminal.err());
      if (json) {
        JsonOutput.print(result, terminal.out());
      } else {
        result.print(terminal.out(), terminal.err());
      }
      if (stats) {
        statistics.print(terminal.err());
      }
      return result.exitCode();
    }
  }
}
