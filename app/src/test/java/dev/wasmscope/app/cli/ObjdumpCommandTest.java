package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjdumpCommandTest {
  @TempDir private Path folder;

  @Test
  void headersShowPlaceSizeAndCountOfEachSection() throws IOException {
    CliRun run = CliRun.of("objdump", "-h", write(SampleFiles.ADD));

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertTrue(
        run.out()
            .contains("        type start=0x0000000a end=0x00000011 (size=0x00000007) count: 1\n"),
        run.out());
    assertTrue(run.out().contains("custom \"name\" start="), run.out());
  }

  @Test
  void detailsNameFunctionsAndExports() throws IOException {
    CliRun run = CliRun.of("objdump", "-x", write(SampleFiles.ADD));

    assertTrue(run.out().contains("\nfunction[1]:\n - func[0] <add> (i32, i32) -> (i32) size=7\n"));
    assertTrue(run.out().contains("\nexport[1]:\n - func[0] -> \"add\"\n"), run.out());
  }

  @Test
  void theDisassemblyShowsOffsetBytesAndText() throws IOException {
    CliRun run = CliRun.of("objdump", "-d", write(SampleFiles.ADD));

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertTrue(run.out().contains("func[0] <add>:\n"), run.out());
    assertTrue(run.out().matches("(?s).* 00002d: 6a +\\| i32\\.add\n.*"), run.out());
  }

  @Test
  void fullContentsShowTheBytesOfEachSection() throws IOException {
    CliRun run = CliRun.of("objdump", "-s", write(SampleFiles.ADD));

    assertTrue(run.out().contains("Contents of section export:\n0000001d: 01 03 61 64 64"));
  }

  @Test
  void detailsTellWhatAModuleNeeds() throws IOException {
    Path binary = SampleFiles.sample(folder, "word-count/word-count.wasm");
    CliRun run = CliRun.of("objdump", "-x", binary.toString());

    assertTrue(run.out().contains("<- \"wasi_snapshot_preview1\"."), run.out());
    assertTrue(run.out().contains("\n\"producers\"["), run.out());
  }

  @Test
  void jsonHoldsSectionsAndDetails() throws IOException {
    CliRun run = CliRun.of("objdump", "--json", write(SampleFiles.ADD));

    assertTrue(run.out().contains("\"name\" : \"type\""), run.out());
    assertTrue(run.out().contains("memory[0] 1 2 pages"), run.out());
  }

  @Test
  void aMissingFileIsBadInput() {
    CliRun run = CliRun.of("objdump", folder.resolve("none.wasm").toString());

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertEquals(folder.resolve("none.wasm") + ": no such file\nCheck the path.\n", run.err());
    assertEquals("", run.out());
  }

  @Test
  void everyTruncationIsBadInputWithItsPlace() throws IOException {
    for (int length = 0; length < 60; length++) {
      CliRun run = CliRun.of("objdump", "-x", write(Arrays.copyOf(SampleFiles.ADD, length)));

      if (run.exitCode() != ExitCode.OK) {
        assertEquals(ExitCode.BAD_INPUT, run.exitCode(), run.err());
        assertTrue(run.err().startsWith(folder.resolve("file.wasm") + ":0x"), run.err());
        assertTrue(run.err().contains(": error: "), run.err());
      }
    }
  }

  @Test
  void textIsNotDumpedButPointedToTheAssembler() throws IOException {
    Path text = Files.writeString(folder.resolve("a.wat"), "(module)");
    CliRun run = CliRun.of("objdump", text.toString());

    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("wat2wasm"), run.err());
  }

  private String write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.wasm"), bytes).toString();
  }

  @Test
  void featuresTellWhichVersionOfTheStandardIsNeeded() throws IOException {
    Path text =
        Files.writeString(
            folder.resolve("needs.wat"),
            "(module (memory 1 1 shared) (func $f (drop (i32.atomic.load (i32.const 0))))"
                + " (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 0))))");
    String file = folder.resolve("needs.wasm").toString();
    CliRun.of("wat2wasm", text.toString(), "-o", file);
    String out = CliRun.of("objdump", "--features", file).out();
    assertTrue(out.contains("Needs WebAssembly 2.0 and threads\n"), out);
    assertTrue(out.contains(" - bulk-memory (2.0), 1 uses, the first is memory.fill\n"), out);
    assertFalse(out.contains("Sections"), out);

    String json = CliRun.of("objdump", "--json", file).out();
    assertTrue(json.contains("\"2.0 and threads\""), json);
    assertTrue(json.contains("\"threads\""), json);
  }
}
