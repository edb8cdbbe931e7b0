package dev.wasmscope.app.cli;

import dev.wasmscope.app.config.DurationText;
import dev.wasmscope.app.config.SizeText;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a program may use up. */
final class LimitOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--max-memory",
      paramLabel = "SIZE",
      description = "The largest size of one memory, e.g. 128MiB.")
  private String maxMemory;

  @Option(
      names = "--trap-on-grow-failure",
      description = "Trap where a memory would grow beyond --max-memory, instead of answering -1.")
  private boolean trapOnGrowFailure;

  @Option(
      names = "--fuel",
      paramLabel = "N",
      description = "Trap after so many calls and rounds of loops of a thread.")
  private Long fuel;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Trap when the program has run so long, e.g. 10, 1.5 or 200ms.")
  private String timeout;

  /** The limit of one memory in bytes, if one is set. */
  OptionalLong maxMemory() {
    if (maxMemory == null) {
      return OptionalLong.empty();
    }
    OptionalLong bytes = SizeText.parse(maxMemory);
    if (bytes.isEmpty()) {
      throw usage("--max-memory must be a size such as 128MiB, found '" + maxMemory + "'");
    }
    return bytes;
  }

  /** Whether a program traps where its memory cannot grow. */
  boolean trapOnGrowFailure() {
    return trapOnGrowFailure;
  }

  /** Calls and rounds of loops that a thread may make. */
  long fuel() {
    if (fuel == null) {
      return Long.MAX_VALUE;
    }
    if (fuel <= 0) {
      throw usage("--fuel must be a number from 1 on, found '" + fuel + "'");
    }
    return fuel;
  }

  /** How long the program may run, if that is limited. */
  Optional<Duration> timeout() {
    if (timeout == null) {
      return Optional.empty();
    }
    Optional<Duration> time =
        DurationText.parse(timeout).or(() -> DurationText.parse(timeout + "s"));
    if (time.isEmpty() || time.get().isZero()) {
      throw usage("--timeout must be a time such as 10, 1.5 or 200ms, found '" + timeout + "'");
    }
    return time;
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
