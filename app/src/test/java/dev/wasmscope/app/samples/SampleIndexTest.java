package dev.wasmscope.app.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleIndexTest {
  private static final byte[] MAGIC = {0, 'a', 's', 'm'};

  private final SampleIndex index = SampleIndex.load();

  @Test
  void everyFileOfEverySampleIsThere() {
    for (Sample sample : index.samples()) {
      for (String path : SampleIndex.files(sample)) {
        assertTrue(path.startsWith(sample.name() + "/"), path);
        assertNotEquals(0, SampleIndex.bytes(path).length, path);
      }
    }
  }

  @Test
  void namesAreUniqueAndDescriptionsAreOneLine() {
    Set<String> names = new HashSet<>();
    for (Sample sample : index.samples()) {
      assertTrue(names.add(sample.name()), sample.name());
      assertFalse(sample.title().isBlank(), sample.name());
      assertFalse(sample.lookAt().isBlank(), sample.name());
      assertTrue(
          sample.description().length() <= 100 && sample.description().endsWith("."),
          sample.description());
    }
  }

  @Test
  void aSampleIsEitherCalledOrRun() {
    for (Sample sample : index.samples()) {
      boolean isText = sample.kind() == Sample.Kind.WAT;
      assertEquals(isText, sample.commands().isEmpty(), sample.name());
      assertEquals(!isText, sample.calls().isEmpty(), sample.name());
      assertEquals(isText, sample.source().equals(sample.module()), sample.name());
    }
  }

  @Test
  void compiledModulesAreBinaries() {
    for (Sample sample : index.samples()) {
      if (sample.kind() != Sample.Kind.WAT) {
        byte[] bytes = SampleIndex.bytes(sample.module());
        assertArrayEquals(MAGIC, Arrays.copyOf(bytes, 4), sample.name());
        assertTrue(bytes.length < 250_000, sample.name() + " has " + bytes.length + " bytes");
      }
    }
  }

  @Test
  void everyRunHasOneOutcome() {
    for (Sample sample : index.samples()) {
      for (SampleCommand command : sample.commands()) {
        assertNotEquals(command.trap().isPresent(), command.exit().isPresent(), sample.name());
        assertEquals(command.trap().isPresent(), !command.stack().isEmpty(), sample.name());
      }
      for (SampleCall call : sample.calls()) {
        boolean fails = call.trap().isPresent() || call.thrown().isPresent();
        assertTrue(!fails || call.results().isEmpty(), sample.name());
        call.memory().forEach(memory -> assertNotEquals(0, memory.bytes().length));
      }
    }
  }

  @Test
  void extractedFilesCanBeEdited(@TempDir Path directory) throws IOException {
    Sample sample = index.find("word-count").orElseThrow();
    Path module = SampleIndex.extract(sample, directory);
    assertArrayEquals(SampleIndex.bytes(sample.module()), Files.readAllBytes(module));

    Files.writeString(module, "edited");
    assertEquals(module, SampleIndex.extract(sample, directory));
    assertEquals("edited", Files.readString(module));
    assertTrue(Files.exists(directory.resolve("word-count/input/books/machine.txt")));
  }
}
