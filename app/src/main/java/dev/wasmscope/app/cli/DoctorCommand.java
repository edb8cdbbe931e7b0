package dev.wasmscope.app.cli;

import dev.wasmscope.app.cli.doctor.Doctor;
import dev.wasmscope.app.cli.doctor.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what this machine has and what is missing, with the remedy. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this machine has (Java, display, tools) and what is missing.")
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Doctor doctor;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  DoctorCommand(Terminal terminal, Doctor doctor) {
    this.terminal = terminal;
    this.doctor = doctor;
  }

  @Override
  public Integer call() {
    List<Finding> findings = doctor.examine();
    if (json) {
      JsonOutput.print(findings, terminal.out());
    } else {
      print(findings);
    }
    return findings.stream().anyMatch(f -> f.isMissing() && f.need() == Finding.Need.RUN)
        ? ExitCode.FAILED
        : ExitCode.OK;
  }

  private void print(List<Finding> findings) {
    for (Finding.Need need : Finding.Need.values()) {
      List<Finding> ofNeed = findings.stream().filter(f -> f.need() == need).toList();
      if (!ofNeed.isEmpty()) {
        terminal.out().println(heading(need));
        ofNeed.forEach(this::print);
      }
    }
  }

  private void print(Finding finding) {
    terminal
        .out()
        .printf(
            "  %s %-20s %s%n",
            finding.isMissing() ? "-" : "+", finding.subject(), finding.detail());
    if (!finding.remedy().isEmpty()) {
      terminal.out().printf("      %s%n", finding.remedy());
    }
  }

  private static String heading(Finding.Need need) {
    return switch (need) {
      case RUN -> "To run anything:";
      case WINDOW -> "For the window:";
      case BUILD -> "To build and test Wasmscope:";
      case SAMPLES -> "To rebuild the samples:";
      case COMPARE -> "To compare with others in benchmarks and tests:";
    };
  }
}
