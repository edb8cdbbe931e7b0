package dev.wasmscope.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the classes a module's build left in its output folder. */
public final class CompiledClasses {
  private CompiledClasses() {}

  /** The classes of the module whose tests are running: its {@code target/classes}. */
  public static List<ClassFacts> ofThisModule() {
    return in(Path.of("target", "classes"));
  }

  /** All classes below a folder, in the order of their paths; {@code module-info} is left out. */
  public static List<ClassFacts> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .sorted()
          .map(CompiledClasses::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassFacts read(Path file) {
    try {
      return ClassFacts.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
