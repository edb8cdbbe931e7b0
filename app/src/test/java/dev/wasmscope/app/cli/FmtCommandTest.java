package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
  private static final String UGLY = "(module   (func\n(nop)\n  )\n)";

  @TempDir private Path folder;

  @Test
  void aFileIsFormattedInPlaceAndThenStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("a.wat"), UGLY);

    assertEquals(ExitCode.FAILED, CliRun.of("fmt", "--check", file.toString()).exitCode());
    assertEquals(UGLY, Files.readString(file));
    assertEquals(new CliRun(0, "", ""), CliRun.of("fmt", file.toString()));
    String once = Files.readString(file);
    assertTrue(once.startsWith("(module (func\n"), once);
    assertEquals(new CliRun(0, "", ""), CliRun.of("fmt", "--check", file.toString()));
    CliRun.of("fmt", file.toString());
    assertEquals(once, Files.readString(file));
  }

  @Test
  void aDashReadsAndWritesTheStandardStreams() {
    CliRun run = CliRun.withInput("(module  )", "fmt", "-");

    assertEquals(new CliRun(0, "(module)\n", ""), run);
  }

  @Test
  void checkNamesTheFilesThatDiffer() throws IOException {
    Path file = Files.writeString(folder.resolve("a.wat"), UGLY);

    assertEquals(file + "\n", CliRun.of("fmt", "--check", file.toString()).out());
  }

  @Test
  void aBinaryIsNotTouched() throws IOException {
    Path file = Files.write(folder.resolve("a.wasm"), SampleFiles.ADD);

    assertEquals(ExitCode.BAD_INPUT, CliRun.of("fmt", file.toString()).exitCode());
    assertEquals(SampleFiles.ADD.length, Files.size(file));
  }
}
