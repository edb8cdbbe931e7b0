package dev.wasmscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final Pattern USE = Pattern.compile("Text\\.of\\(\\s*\"([\\w.]+)\"\\s*[,)]");

  @Test
  void everyStringUsedInTheSourcesIsInTheBundle() throws IOException {
    Path sources = Path.of(System.getProperty("wasmscope.root"), "app", "src", "main", "java");
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher use = USE.matcher(Files.readString(file));
        while (use.find()) {
          if (!Text.has(use.group(1))) {
            missing.add(file.getFileName() + ": " + use.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void argumentsAreInsertedWithoutGroupingAndQuotesAreKept() {
    assertEquals("Ln 12345, Col 1", Text.of("status.position", 12345, 1));
    assertEquals(
        "'a' is no environment variable; write NAME=value.", Text.of("run.badVariable", "a"));
    assertEquals("Don't Save", Text.of("dialog.unsaved.discard"));
  }
}
