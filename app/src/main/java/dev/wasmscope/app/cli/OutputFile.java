package dev.wasmscope.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes results: to a file, whole or not at all, or to standard output for {@code -}. */
final class OutputFile {
  private OutputFile() {}

  /** Writes something to a stream. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(String name, byte[] bytes, Terminal terminal) {
    write(name, out -> out.write(bytes), terminal);
  }

  static void write(String name, Content content, Terminal terminal) {
    try {
      if (name.equals("-")) {
        content.writeTo(terminal.out());
        terminal.out().flush();
      } else {
        replace(Path.of(name).toAbsolutePath(), content);
      }
    } catch (IOException e) {
      throw new BadInputException(
          name + ": cannot be written (" + e.getMessage() + ")", "Choose another file or folder.");
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A device or a pipe must stay one.
      try (OutputStream out = Files.newOutputStream(target)) {
        content.writeTo(out);
      }
      return;
    }
    Path draft = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        content.writeTo(out);
      }
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The input's name with another ending, in the folder the command runs in. */
  static String named(String input, String extension) {
    if (input.equals("-")) {
      return "-";
    }
    String name = Path.of(input).getFileName().toString();
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + extension;
  }
}
