package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.cli.doctor.Doctor;
import dev.wasmscope.app.cli.doctor.Finding;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  @Test
  void everyFindingIsALineWithItsSign() {
    CliRun run = CliRun.of("doctor");

    assertEquals(ExitCode.OK, run.exitCode());
    for (Finding finding : Doctor.ofThisMachine().examine()) {
      String sign = finding.isMissing() ? "  - " : "  + ";
      assertTrue(run.out().contains(sign + finding.subject()), finding.subject());
      assertTrue(run.out().contains(finding.remedy()), finding.subject());
    }
  }

  @Test
  void jsonHoldsEveryFinding() {
    CliRun run = CliRun.of("doctor", "--json");

    assertTrue(run.out().startsWith("[ {"), run.out());
    for (Finding finding : Doctor.ofThisMachine().examine()) {
      assertTrue(run.out().contains("\"subject\" : \"" + finding.subject() + "\""), run.out());
    }
  }
}
