package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  @TempDir private Path folder;

  @Test
  void aValidModuleIsPassedInSilence() throws IOException {
    assertEquals(new CliRun(0, "", ""), CliRun.of("validate", write("(module)")));
  }

  @Test
  void aSyntaxErrorShowsLineColumnCaretAndRemedy() throws IOException {
    String file = write("(module\n  (func i32.ad))\n");
    CliRun run = CliRun.of("validate", file);

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().startsWith(file + ":2:9: error: unknown operator"), run.err());
    assertTrue(run.err().contains("^^^^^^"), run.err());
    assertTrue(run.err().contains("i32.add"), run.err());
  }

  @Test
  void aTypeErrorIsFoundInTextAndInBinary() throws IOException {
    String text = write("(module (func (result i32) i64.const 1))");
    CliRun ofText = CliRun.of("validate", text);
    assertEquals(ExitCode.BAD_INPUT, ofText.exitCode());
    assertTrue(ofText.err().contains(":1:") && ofText.err().contains("type mismatch"));

    Path binary = folder.resolve("bad.wasm");
    CliRun assembled = CliRun.of("wat2wasm", "--no-check", text, "-o", binary.toString());
    assertEquals(ExitCode.OK, assembled.exitCode(), assembled.err());
    CliRun ofBinary = CliRun.of("validate", binary.toString());
    assertEquals(ExitCode.BAD_INPUT, ofBinary.exitCode());
    assertTrue(ofBinary.err().startsWith(binary + ":0x"), ofBinary.err());
    assertTrue(ofBinary.err().contains("type mismatch"), ofBinary.err());
  }

  @Test
  void oneBadFileAmongSeveralIsEnough() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.wat"), "(module");
    CliRun run = CliRun.of("validate", "-v", write("(module)"), bad.toString());

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.out().endsWith("good.wat: valid\n"), run.out());
  }

  @Test
  void jsonHoldsPlacesAndRemedies() throws IOException {
    CliRun run = CliRun.of("validate", "--json", write("(module\n  (func i32.ad))\n"));

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.out().contains("\"valid\" : false"), run.out());
    assertTrue(run.out().contains("\"line\" : 2"), run.out());
    assertTrue(run.out().contains("\"column\" : 9"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void standardInputIsADash() {
    assertEquals(ExitCode.OK, CliRun.withInput("(module)", "validate", "-").exitCode());
    assertTrue(
        CliRun.withInput("(modul)", "validate", "-").err().startsWith("<stdin>:1:"), "place");
  }

  @Test
  void truncatedAndMutatedBinariesNeverEndOtherwiseThanByADiagnostic() throws IOException {
    byte[] good = SampleFiles.ADD;
    Path file = folder.resolve("mutant.wasm");
    for (int i = 0; i < good.length; i++) {
      Files.write(file, Arrays.copyOf(good, i));
      assertVerdict(CliRun.of("validate", file.toString()));
      byte[] mutant = good.clone();
      mutant[i] ^= (byte) 0xff;
      Files.write(file, mutant);
      assertVerdict(CliRun.of("validate", file.toString()));
    }
  }

  private static void assertVerdict(CliRun run) {
    assertTrue(
        run.exitCode() == ExitCode.OK
            || (run.exitCode() == ExitCode.BAD_INPUT && run.err().contains(": error: ")),
        run.err());
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("good.wat"), text).toString();
  }
}
