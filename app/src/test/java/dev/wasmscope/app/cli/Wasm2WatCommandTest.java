package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Wasm2WatCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--no-check", "--fold-exprs"})
  void whatIsPrintedAssemblesToTheSameBytes(String option) throws IOException {
    Path binary = Files.write(folder.resolve("add.wasm"), SampleFiles.ADD);
    Path text = folder.resolve("printed.wat");
    Path again = folder.resolve("again.wasm");

    CliRun printed = CliRun.of("wasm2wat", option, binary.toString(), "-o", text.toString());
    assertEquals(ExitCode.OK, printed.exitCode(), printed.err());
    CliRun assembled =
        CliRun.of("wat2wasm", "--debug-names", text.toString(), "-o", again.toString());
    assertEquals(ExitCode.OK, assembled.exitCode(), assembled.err());
    assertArrayEquals(SampleFiles.ADD, Files.readAllBytes(again));
  }

  @Test
  void withoutAnOutputTheTextGoesToStandardOutput() throws IOException {
    Path binary = Files.write(folder.resolve("add.wasm"), SampleFiles.ADD);

    assertTrue(CliRun.of("wasm2wat", binary.toString()).out().contains("func $add"));
    assertTrue(
        CliRun.of("wasm2wat", "--no-debug-names", binary.toString()).out().indexOf("$add") < 0);
  }

  @Test
  void aTruncatedFileIsBadInputWithItsPlace() throws IOException {
    Path cut = folder.resolve("cut.wasm");
    Files.write(cut, Arrays.copyOf(SampleFiles.ADD, 40));
    for (String option : new String[] {"--no-check", "--fold-exprs"}) {
      CliRun run = CliRun.of("wasm2wat", option, cut.toString());
      assertEquals(ExitCode.BAD_INPUT, run.exitCode());
      assertTrue(run.err().startsWith(cut + ":0x"), run.err());
    }
  }
}
