package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.lang.Formatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formats the text format; only white space changes. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description = "Formats .wat files in place; only white space changes.")
final class FmtCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = ".wat files, or - from standard input to standard output.")
  private List<String> files;

  @Option(
      names = "--check",
      description = "Change nothing; name the files that are not formatted and exit with 1.")
  private boolean check;

  FmtCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean formatted = true;
    for (String file : files) {
      InputFile input = InputFile.read(file, terminal);
      if (input.isBinary()) {
        throw new BadInputException(
            input.name() + ": is in the binary format", "Only text can be formatted.");
      }
      formatted &= format(file, input.bytes());
    }
    return formatted || !check ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean format(String file, byte[] text) {
    byte[] result = Formatter.format(text);
    boolean same = Arrays.equals(text, result);
    if (check) {
      if (!same) {
        terminal.out().println(file);
      }
    } else if (!same || file.equals("-")) {
      OutputFile.write(file, result, terminal);
    }
    return same;
  }
}
