package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
  private static final String WORK =
      """
      (module
        (func $hot (param $n i32)
          (loop $again
            (local.set $n (i32.sub (local.get $n) (i32.const 1)))
            (br_if $again (local.get $n))))
        (func $cold (nop))
        (func (export "_start") (call $cold) (call $hot (i32.const 1000)))
        (func (export "fail") (call $hot (i32.const 10)) (unreachable)))
      """;

  @TempDir private Path folder;

  @Test
  void exactCountsNameTheHotFunctionFirstAndAreReproducible() throws IOException {
    CliRun first = profile("--exact", "-o", folder + "/a.json");
    CliRun second = profile("--exact", "-o", folder + "/b.json");

    assertEquals(ExitCode.OK, first.exitCode(), first.err());
    String[] lines = first.err().split("\n", -1);
    assertTrue(lines[2].contains("instructions") && lines[2].endsWith("hot"), first.err());
    CliRun diff = CliRun.of("analyze", folder + "/b.json", "--diff", folder + "/a.json");
    assertEquals("Nothing changed.\n", diff.out(), second.err());
  }

  @Test
  void aSampledProfileIsWrittenAndReadAgain() throws IOException {
    Path output = folder.resolve("sampled.json");
    CliRun run = profile("--profile-output", output.toString(), "--sampling-interval", "1ms");

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertEquals(ExitCode.OK, CliRun.of("analyze", output.toString()).exitCode());
  }

  @Test
  void aTrapIsReportedAndTheProfileWrittenAllTheSame() throws IOException {
    Path output = folder.resolve("trap.json");
    CliRun run = profile("--exact", "--invoke", "fail", "-o", output.toString());

    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.err().contains("trap: unreachable"), run.err());
    assertTrue(CliRun.of("analyze", output.toString()).out().contains("hot"));
  }

  @Test
  void theConfigurationNamesOutputIntervalAndCompression() throws IOException {
    Path config = folder.resolve("profiler.toml");
    Files.writeString(
        config,
        """
        [profiler.metrics]
        function_calls = true
        [profiler.sampling]
        interval = "5ms"
        duration = "60s"
        [profiler.output]
        file = "%s/configured.json"
        compress = true
        """
            .formatted(folder));
    CliRun run = profile("--config", config.toString());

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertTrue(run.err().contains("Wrote " + folder + "/configured.json.gz;"), run.err());
    assertTrue(Files.exists(folder.resolve("configured.json.gz")));
  }

  @Test
  void jsonKeepsStandardOutputForItself() throws IOException {
    CliRun run = profile("--exact", "--json", "-o", folder + "/a.json");

    assertTrue(run.out().startsWith("{"), run.out());
    assertTrue(run.out().contains("\"unit\" : \"instructions\""), run.out());
  }

  @Test
  void aBadIntervalIsAUsageError() throws IOException {
    for (String interval : new String[] {"10", "1us", "soon"}) {
      CliRun run = profile("--sampling-interval", interval);
      assertEquals(ExitCode.USAGE, run.exitCode(), run.err());
      assertTrue(run.err().contains("interval"), run.err());
      assertFalse(run.err().contains("Exception"), run.err());
    }
  }

  private CliRun profile(String... options) throws IOException {
    Path program = Files.writeString(folder.resolve("work.wat"), WORK);
    String[] all = new String[options.length + 2];
    all[0] = "profile";
    all[1] = program.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return CliRun.of(all);
  }
}
