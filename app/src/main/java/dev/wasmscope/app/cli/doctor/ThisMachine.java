package dev.wasmscope.app.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine the process runs on. */
final class ThisMachine implements Machine {
  private static final List<Path> FONT_FOLDERS =
      List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"));
  private static final int LDCONFIG_SECONDS = 10;

  private String libraries;

  @Override
  public String property(String name) {
    return System.getProperty(name, "");
  }

  @Override
  public Map<String, String> environment() {
    return System.getenv();
  }

  @Override
  public Optional<Path> command(String name) {
    return Stream.of(environment().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public boolean hasLibrary(String fileNamePrefix) {
    if (libraries == null) {
      libraries = linkerCache();
    }
    return libraries.contains(fileNamePrefix);
  }

  @Override
  public boolean exists(Path path) {
    return Files.exists(path);
  }

  @Override
  public boolean hasFonts() {
    return FONT_FOLDERS.stream().anyMatch(ThisMachine::holdsFont);
  }

  private static boolean holdsFont(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).anyMatch(ThisMachine::isScalableFont);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isScalableFont(String name) {
    return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
  }

  /** The linker's own list; empty where there is no such list, so that nothing is claimed. */
  private String linkerCache() {
    Path program = command("ldconfig").orElse(Path.of("/sbin/ldconfig"));
    if (!Files.isExecutable(program)) {
      return "";
    }
    try {
      Process process =
          new ProcessBuilder(program.toString(), "-p")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String list = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LDCONFIG_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return list;
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
