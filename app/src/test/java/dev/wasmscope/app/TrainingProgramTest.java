package dev.wasmscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.app.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingProgramTest {
  @TempDir private Path folder;

  @Test
  void itRunsToItsEnd() throws IOException {
    Path file = Files.writeString(folder.resolve("training.wat"), TrainingProgram.text());

    assertEquals(new CliRun(0, "", ""), CliRun.of("run", file.toString()));
  }
}
