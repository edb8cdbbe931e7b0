package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.samples.Sample;
import dev.wasmscope.app.samples.SampleIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts for the debugger and what they must print: the {@code .out} beside each. */
@Timeout(120)
class DebugScriptTest {
  @TempDir private Path folder;

  @BeforeEach
  void copyScripts() throws IOException {
    for (String name :
        List.of(
            "sha256.dbg",
            "sha256.json",
            "broken-average.dbg",
            "word-count.dbg",
            "control.dbg",
            "control.wat")) {
      Files.write(folder.resolve(name), resource(name));
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = DebugScriptTest.class.getResourceAsStream("/debug/" + name)) {
      return in.readAllBytes();
    }
  }

  private String sample(String name) throws IOException {
    Sample sample = SampleIndex.load().find(name).orElseThrow();
    return SampleIndex.extract(sample, folder).toString();
  }

  /** Runs a script; names of the temporary folder are not shown. */
  private CliRun debug(String script, String... arguments) {
    List<String> line = new ArrayList<>(List.of("debug", "--commands"));
    line.add(folder.resolve(script).toString());
    line.addAll(List.of(arguments));
    CliRun run = CliRun.of(line.toArray(String[]::new));
    String prefix = folder + "/";
    return new CliRun(run.exitCode(), run.out(), run.err().replace(prefix, ""));
  }

  private static void assertPrints(String golden, CliRun run) throws IOException {
    assertEquals(new String(resource(golden), StandardCharsets.UTF_8), run.out() + run.err());
  }

  @Test
  void stopsWhereTheBreakpointFileSaysAndPrintsWhatIsAsked() throws IOException {
    CliRun run =
        debug(
            "sha256.dbg",
            "--breakpoint-file",
            folder.resolve("sha256.json").toString(),
            sample("sha256"),
            "--invoke",
            "run");

    assertPrints("sha256.out", run);
    assertEquals(ExitCode.OK, run.exitCode());
  }

  @Test
  void aTrapIsFrozenWithItsStack() throws IOException {
    CliRun run = debug("broken-average.dbg", sample("broken-average"), "--invoke", "main");

    assertPrints("broken-average.out", run);
    assertEquals(ExitCode.FAILED, run.exitCode());
  }

  @Test
  void aWasiProgramReadsItsInput() throws IOException {
    String module = sample("word-count");
    String stdin = folder.resolve("word-count/input/stdin.txt").toString();
    CliRun run = debug("word-count.dbg", module, "--stdin", stdin);

    assertPrints("word-count.out", run);
    assertEquals(ExitCode.OK, run.exitCode());
  }

  @Test
  void breakpointsAreSetWatchedAndSaved() throws IOException {
    Path saved = folder.resolve("saved.json");
    Path script = folder.resolve("control.dbg");
    Files.writeString(script, Files.readString(script).replace("SAVED", saved.toString()));
    CliRun run = debug("control.dbg", folder.resolve("control.wat").toString(), "--invoke", "main");

    String out = run.out().replace(saved.toString(), "SAVED");
    assertPrints("control.out", new CliRun(run.exitCode(), out, run.err()));
    assertEquals(ExitCode.OK, run.exitCode());
    String file = Files.readString(saved);
    assertTrue(file.contains("\"condition\": \"$by > 1\""), file);
    assertTrue(file.contains("\"address\": \"0x400\", \"length\": 4"), file);
  }
}
