package dev.wasmscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes results: to a file, whole or not at all, or to standard output for {@code -}. */
final class OutputFile {
  private OutputFile() {}

  static void write(String name, byte[] bytes, Terminal terminal) {
    if (name.equals("-")) {
      terminal.out().write(bytes, 0, bytes.length);
      terminal.out().flush();
      return;
    }
    Path target = Path.of(name).toAbsolutePath();
    try {
      Path draft = target.resolveSibling("." + target.getFileName() + ".part");
      try {
        Files.write(draft, bytes);
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new BadInputException(
          name + ": cannot be written (" + e.getMessage() + ")", "Choose another file or folder.");
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
