package dev.wasmscope.app.cli;

import dev.wasmscope.engine.wasi.StandardStreams;
import dev.wasmscope.profile.collect.Profiler;
import dev.wasmscope.profile.collect.ProfilerOptions;
import dev.wasmscope.profile.io.ProfileFormats;
import dev.wasmscope.profile.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a program and writes where its time went. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description = "Runs a program and writes a profile of it; see analyze for the report.")
final class ProfileCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private RunOptions options;
  @Mixin private RecordingOptions recording;

  @Option(
      names = "--json",
      description = "Print the heaviest functions as JSON; the program's output goes to stderr.")
  private boolean json;

  ProfileCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StandardStreams streams = terminal.streams(json);
    try (CommandLineProgram program = CommandLineProgram.of(options, terminal, streams)) {
      Path output = recording.output(program.configuration());
      ProfilerOptions what = recording.profilerOptions(program);
      try (Profiler profiler =
          Profiler.start(
              program.launch().engine().probes(), program.launch().engine().mainThread(), what)) {
        ProgramResult result = program.run();
        result.print(json ? terminal.err() : terminal.out(), terminal.err());
        save(profiler.stop(), output);
        return result.exitCode();
      }
    }
  }

  private void save(Profile profile, Path output) {
    try {
      ProfileFormats.forName(output.toString())
          .losses(profile)
          .forEach(loss -> terminal.err().println(output + ": " + loss));
      ProfileFormats.write(profile, output);
    } catch (IOException e) {
      throw new BadInputException(
          output + ": cannot be written (" + e.getMessage() + ")",
          "Choose another file with --profile-output.");
    }
    ProfileSummary summary = ProfileSummary.of(profile, recording.top());
    if (json) {
      JsonOutput.print(summary, terminal.out());
    } else {
      summary.print(terminal.err());
    }
    terminal.err().println("Wrote " + output + "; see it with: wasmscope analyze " + output);
  }
}
