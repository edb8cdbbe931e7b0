package dev.wasmscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files are replaced as a whole; what is no file is written to. */
class OutputFileTest {

  @TempDir private Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aPipeIsWrittenToAndStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> text(pipe));
    write(pipe);
    assertFalse(Files.isRegularFile(pipe));
    assertEquals("bytes", read.get(30, TimeUnit.SECONDS));
  }

  @Test
  void anOldFileIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "more than that");
    write(file);
    assertEquals("bytes", Files.readString(file));
  }

  private static void write(Path target) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
    OutputFile.write(target.toString(), "bytes".getBytes(StandardCharsets.UTF_8), terminal);
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
