package dev.wasmscope.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.fuzz.TextMutator;
import dev.wasmscope.fuzz.Trials;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {
  @TempDir private Path folder;

  @Test
  void theDebuggersFileIsRead() throws Exception {
    Configuration debug = new ConfigLoader().load(published("debug"));

    assertEquals(Optional.of(true), debug.flag("debug.enabled"));
    assertEquals(Optional.of("/tmp/breakpoints.json"), debug.text("debug.breakpoints.file"));
    assertEquals(Optional.of("/tmp/profile.json"), debug.text("debug.profiling.output"));
    assertEquals(
        List.of("function_call", "memory_access", "system_call"),
        debug.texts("debug.tracing.events"));
  }

  @Test
  void theProfilersFileIsRead() throws Exception {
    Configuration profiler = new ConfigLoader().load(published("profiler"));

    assertEquals(
        Optional.of(Duration.ofMillis(10)), profiler.duration("profiler.sampling.interval"));
    assertEquals(
        Optional.of(Duration.ofSeconds(60)), profiler.duration("profiler.sampling.duration"));
    assertEquals(Optional.of(true), profiler.flag("profiler.output.compress"));
  }

  @Test
  void sizesAndNumbersAreRead() throws Exception {
    assertEquals(
        Optional.of(128L << 20),
        new ConfigLoader().load(published("sandbox")).number("sandbox.memory.max_memory"));
    assertEquals(Optional.of(8L), new ConfigLoader().load(published("hpc")).number("hpc.threads"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "debug",
        "profiler",
        "sandbox",
        "permissions",
        "policy",
        "wasmtime",
        "wasmedge",
        "wasmer",
        "hpc"
      })
  void everyPublishedFileLoadsAndEachKeyIsReadOrExplained(String name) throws Exception {
    Configuration configuration = new ConfigLoader().load(published(name));

    assertFalse(configuration.values().isEmpty());
    assertEquals(
        List.of(),
        configuration.notes().stream()
            .filter(note -> note.weight() == ConfigNote.Weight.WARNING)
            .toList());
    for (String path : configuration.values().keySet()) {
      ConfigKey key = ConfigKeys.standard().find(path).orElseThrow();
      assertEquals(
          !key.isApplicable(),
          configuration.notes().stream()
              .anyMatch(note -> note.message().contains(path + " has no effect: ")),
          path);
    }
  }

  @Test
  void aSwitchBesideATableOfItsNameIsReadAndRemarkedOn() throws Exception {
    Configuration wasmtime = new ConfigLoader().load(published("wasmtime"));

    assertEquals(Optional.of(true), wasmtime.flag("wasmtime.wasi"));
    assertEquals(List.of("/tmp:/tmp", "/home:/home"), wasmtime.texts("wasmtime.wasi.preopens"));
    assertTrue(
        wasmtime.notes().getFirst().message().contains(":2: wasmtime.wasi is both a switch and"),
        wasmtime.notes().toString());
  }

  @Test
  void anUnknownKeyIsWarnedAboutWithTheNearestKnownOne() throws Exception {
    Path file = write("[debug]\nenabled = true\nlog_levle = \"info\"\n");

    assertEquals(
        List.of(
            new ConfigNote(
                ConfigNote.Weight.WARNING,
                file
                    + ":3: debug.log_levle is not known and is ignored;"
                    + " did you mean debug.log_level?")),
        new ConfigLoader().load(file).notes());
  }

  @Test
  void anUnknownTableIsWarnedAboutOnce() throws Exception {
    Path file = write("[entirely.different]\na = 1\nb = 2\n");

    List<ConfigNote> notes = new ConfigLoader().load(file).notes();
    assertEquals(1, notes.size());
    assertTrue(notes.getFirst().message().endsWith("entirely is not known and is ignored"));
  }

  @Test
  void aValueOfTheWrongKindNamesPlaceExpectedAndFound() throws IOException {
    Path file = write("[profiler.sampling]\n\ninterval = 10\n");

    ConfigException problem =
        assertThrows(ConfigException.class, () -> new ConfigLoader().load(file));
    assertEquals(
        file
            + ":3: profiler.sampling.interval must be a duration such as \"10ms\" or \"60s\","
            + " found 10",
        problem.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[debug", "a = ", "= 3", "[debug]\nenabled = tru\n", "a = \"x", "\0"})
  void whatIsNoTomlIsRefusedWithPlaceAndRemedy(String text) throws IOException {
    Path file = write(text);

    ConfigException problem =
        assertThrows(ConfigException.class, () -> new ConfigLoader().load(file));
    assertTrue(problem.getMessage().startsWith(file + ":"), problem.getMessage());
    assertTrue(problem.getMessage().contains("not valid TOML"), problem.getMessage());
    assertFalse(problem.remedy().isEmpty());
  }

  @Test
  void aMissingFileAFolderAndBinaryDataAreRefused() throws IOException {
    Path missing = folder.resolve("none.toml");
    assertEquals(
        missing + ": no such file",
        assertThrows(ConfigException.class, () -> new ConfigLoader().load(missing)).getMessage());
    assertThrows(ConfigException.class, () -> new ConfigLoader().load(folder));
    Path binary = folder.resolve("binary.toml");
    Files.write(binary, new byte[] {0, (byte) 0xff, (byte) 0xfe});
    assertEquals(
        binary + ": is not UTF-8 text",
        assertThrows(ConfigException.class, () -> new ConfigLoader().load(binary)).getMessage());
  }

  @Test
  void damagedFilesAreReadOrRefusedWithARemedy() throws Exception {
    List<String> words =
        List.of(
            "[debug]", "debug", "enabled", "[[a]]", "a.b.c", "'''", "\"\"\"", "1979-05-27", "\n");
    Path file = folder.resolve("damaged.toml");
    try (var trials = new Trials(damaged -> isAnswered(Files.write(file, damaged)))) {
      for (String name : List.of("debug", "profiler", "sandbox", "wasmtime")) {
        var mutator = new TextMutator(9, words);
        byte[] sound = Files.readAllBytes(published(name));
        for (int i = 0; i < 1000; i++) {
          trials.attempt(name, mutator.mutate(sound));
        }
      }
    }
  }

  private static void isAnswered(Path file) {
    try {
      new ConfigLoader().load(file);
    } catch (ConfigException e) {
      assertFalse(e.remedy().isEmpty());
    }
  }

  @Test
  void theLaterOfTwoFilesCounts() throws Exception {
    Configuration first = new ConfigLoader().load(write("debug.log_level = \"info\"\n"));
    Configuration second = new ConfigLoader().load(write("[debug]\nlog_level = \"warn\"\n"));

    assertEquals(Optional.of("warn"), first.with(second).text("debug.log_level"));
  }

  private Path write(String text) throws IOException {
    Path file = folder.resolve("written.toml");
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path published(String name) throws URISyntaxException {
    return Path.of(ConfigLoaderTest.class.getResource(name + ".toml").toURI());
  }
}
