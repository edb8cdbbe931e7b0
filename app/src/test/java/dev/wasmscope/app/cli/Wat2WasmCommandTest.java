package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Wat2WasmCommandTest {
  private static final String ADD =
      "(module (func $add (export \"add\") (param i32 i32) (result i32)"
          + " (i32.add (local.get 0) (local.get 1))) (memory 1 2))";

  @TempDir private Path folder;

  @Test
  void theBinaryHasExactlyTheExpectedBytes() throws IOException {
    Path output = folder.resolve("add.wasm");
    CliRun run = CliRun.of("wat2wasm", write(ADD), "--debug-names", "-o", output.toString());

    assertEquals(new CliRun(0, "", ""), run);
    assertArrayEquals(SampleFiles.ADD, Files.readAllBytes(output));
  }

  @Test
  void anInvalidModuleIsNotWritten() throws IOException {
    Path output = folder.resolve("bad.wasm");
    CliRun run =
        CliRun.of("wat2wasm", write("(module (func (result i32)))"), "-o", output.toString());

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("type mismatch"), run.err());
    assertFalse(Files.exists(output));
  }

  @Test
  void anUnwritableOutputIsNamed() throws IOException {
    CliRun run = CliRun.of("wat2wasm", write(ADD), "-o", folder + "/none/add.wasm");

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("/none/add.wasm: cannot be written"), run.err());
  }

  @Test
  void aBinaryIsPointedToTheDisassembler() throws IOException {
    Path binary = Files.write(folder.resolve("a.wasm"), SampleFiles.ADD);
    CliRun run = CliRun.of("wat2wasm", binary.toString());

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("wasm2wat"), run.err());
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("add.wat"), text).toString();
  }
}
