package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
  @TempDir private Path folder;

  @Test
  void theSummaryNamesTheHeaviestFunctionFirst() throws IOException {
    CliRun run = CliRun.of("analyze", write("a.txt", "main;cold 10\nmain;hot 90\n"));

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    String[] lines = run.out().split("\n", -1);
    assertTrue(lines[2].contains("90 samples") && lines[2].endsWith("hot"), run.out());
    assertTrue(lines[3].endsWith("cold"), run.out());
  }

  @Test
  void thePageIsWrittenWhole() throws IOException {
    Path page = folder.resolve("new/report.html");
    CliRun run = CliRun.of("analyze", write("a.txt", "main;hot 90\n"), "--output", page.toString());

    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertTrue(run.out().endsWith("Wrote " + page + "\n"), run.out());
    String html = Files.readString(page);
    assertTrue(html.contains("hot") && html.stripTrailing().endsWith("</html>"));
  }

  @Test
  void anotherEndingConverts() throws IOException {
    Path converted = folder.resolve("b.speedscope.json");
    CliRun.of("analyze", write("a.txt", "main;hot 90\n"), "-o", converted.toString());

    CliRun again = CliRun.of("analyze", converted.toString());
    assertTrue(again.out().contains("hot"), again.out() + again.err());
  }

  @Test
  void theDifferenceNamesWhatGrewAndWhatShrank() throws IOException {
    String before = write("before.txt", "main;a 50\nmain;b 50\n");
    String after = write("after.txt", "main;a 90\nmain;b 10\n");
    CliRun run = CliRun.of("analyze", after, "--diff", before);

    assertTrue(run.out().contains("+40.00 %  a\n"), run.out());
    assertTrue(run.out().contains("-40.00 %  b\n"), run.out());
  }

  @Test
  void jsonHoldsSelfAndTotal() throws IOException {
    CliRun run = CliRun.of("analyze", "--json", write("a.txt", "main;hot 90\n"));

    assertTrue(run.out().contains("\"name\" : \"main\""), run.out());
    assertTrue(run.out().contains("\"self\" : 90"), run.out());
    assertFalse(run.out().contains("Wrote"), run.out());
  }

  @Test
  void whatIsNoProfileIsBadInputWithARemedy() throws IOException {
    CliRun json = CliRun.of("analyze", write("a.json", "{\"a\": 1}"));
    assertEquals(ExitCode.BAD_INPUT, json.exitCode());
    assertTrue(json.err().contains("expected a profile"), json.err());

    CliRun missing = CliRun.of("analyze", folder.resolve("none.json").toString());
    assertEquals(ExitCode.BAD_INPUT, missing.exitCode());
    assertTrue(missing.err().contains("there is no such file\nCheck the path."), missing.err());
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
