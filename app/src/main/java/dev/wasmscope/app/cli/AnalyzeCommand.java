package dev.wasmscope.app.cli;

import dev.wasmscope.profile.io.ProfileFormat;
import dev.wasmscope.profile.io.ProfileFormats;
import dev.wasmscope.profile.io.ProfileReadException;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.report.HtmlReport;
import dev.wasmscope.profile.report.ReportOptions;
import dev.wasmscope.profile.view.Diff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a report of a profile, or turns it into another tool's format. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a report of a profile: a summary here, and a page with flame graph and tables.",
      "Reads profiles of the Firefox Profiler, speedscope, Chrome (.cpuprofile) and collapsed"
          + " stacks."
    })
final class AnalyzeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PROFILE", description = "The profile, packed with gzip or not.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write a self-contained page (.html), or the profile in the format of the name's"
              + " ending.")
  private Path output;

  @Option(
      names = "--diff",
      paramLabel = "OTHER",
      description = "Show what changed since this earlier profile.")
  private Path earlier;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "15",
      description = "How many functions the summary names (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  AnalyzeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Profile profile = read(file);
    if (earlier == null) {
      summary(profile);
    } else {
      compare(read(earlier), profile);
    }
    return ExitCode.OK;
  }

  private void summary(Profile profile) {
    var summary = ProfileSummary.of(profile, top);
    if (json) {
      JsonOutput.print(summary, terminal.out());
    } else {
      summary.print(terminal.out());
    }
    if (output != null) {
      save(() -> write(profile));
    }
  }

  private void compare(Profile before, Profile after) {
    Diff diff = Diff.of(CallTree.of(before), CallTree.of(after));
    var summary = DiffSummary.of(diff, top);
    if (json) {
      JsonOutput.print(summary, terminal.out());
    } else {
      summary.print(terminal.out());
    }
    if (output != null) {
      save(() -> HtmlReport.writeDiff(diff, before, after, output));
    }
  }

  private void write(Profile profile) throws IOException {
    if (isPage()) {
      HtmlReport.write(profile, output, ReportOptions.NONE);
      return;
    }
    ProfileFormat format = ProfileFormats.forName(output.toString());
    format.losses(profile).forEach(loss -> terminal.err().println(output + ": " + loss));
    ProfileFormats.write(profile, output);
  }

  private boolean isPage() {
    String name = output.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".htm");
  }

  private static Profile read(Path file) {
    try {
      return ProfileFormats.read(file);
    } catch (ProfileReadException e) {
      String place = e.place().isEmpty() ? "" : ": " + e.place();
      throw new BadInputException(e.file() + place + ": " + e.problem(), e.remedy() + ".");
    }
  }

  /** Something that writes the output file. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void save(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new BadInputException(
          output + ": cannot be written (" + e.getMessage() + ")",
          "Choose another file or folder.");
    }
    if (!json) {
      terminal.out().println("Wrote " + output);
    }
  }
}
