package dev.wasmscope.app.startup;

import dev.wasmscope.engine.Engine;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Makes the jar that commands start from: the classes of the build and of its libraries, with what
 * the JVM would have to make of them at every start already made.
 */
final class StartUpJar {

  private static final String SERVICES = "META-INF/services/";

  /** What describes one jar, and not all of them together. */
  private static final Set<String> LEFT_OUT =
      Set.of("module-info.class", "META-INF/MANIFEST.MF", "META-INF/INDEX.LIST");

  private final JarOutputStream jar;
  private final Set<String> names = new HashSet<>();

  /** Providers by the names of files; libraries may have different ones of one service. */
  private final Map<String, StringBuilder> services = new TreeMap<>();

  private StartUpJar(JarOutputStream jar) {
    this.jar = jar;
  }

  /**
   * Writes a jar.
   *
   * @param arguments its name; the class path of the build
   */
  public static void main(String[] arguments) throws IOException {
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]));
        JarOutputStream jar = new JarOutputStream(file)) {
      new StartUpJar(jar).fill(arguments[1].split(File.pathSeparator));
    }
  }

  private void fill(String... classPath) throws IOException {
    for (String entry : classPath) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        addFolder(path);
      } else {
        addLibrary(path);
      }
    }
    for (Map.Entry<String, byte[]> made : Engine.generatedClasses().entrySet()) {
      add(made.getKey().replace('.', '/') + ".class", made.getValue());
    }
    for (Map.Entry<String, StringBuilder> service : services.entrySet()) {
      add(service.getKey(), service.getValue().toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void addFolder(Path folder) throws IOException {
    LambdaLowering lowering = new LambdaLowering();
    for (Path file : files(folder)) {
      byte[] content = Files.readAllBytes(file);
      String name = name(folder, file);
      if (isClass(file) && !LEFT_OUT.contains(name)) {
        lowering.add(CallSiteLowering.lower(content));
      } else {
        addFile(name, content);
      }
    }
    for (Map.Entry<String, byte[]> type : lowering.classes().entrySet()) {
      add(type.getKey(), type.getValue());
    }
  }

  private void addLibrary(Path library) throws IOException {
    // Shows what is meant for this version of Java where others are.
    Map<String, ?> view = Map.of("releaseVersion", Runtime.version().feature());
    try (FileSystem content = FileSystems.newFileSystem(library, view)) {
      Path folder = content.getPath("/");
      for (Path file : files(folder)) {
        byte[] bytes = Files.readAllBytes(file);
        addFile(name(folder, file), isClass(file) ? OldClass.renew(bytes) : bytes);
      }
    }
  }

  private void addFile(String name, byte[] content) throws IOException {
    if (name.startsWith(SERVICES)) {
      StringBuilder providers = services.computeIfAbsent(name, _ -> new StringBuilder());
      providers.append(new String(content, StandardCharsets.UTF_8)).append('\n');
    } else if (!LEFT_OUT.contains(name) && !name.startsWith("META-INF/versions/")) {
      add(name, content);
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }

  /** Adds a file as it is: what is read at every start is not worth compressing. */
  private void add(String name, byte[] content) throws IOException {
    if (!names.add(name)) {
      return;
    }
    CRC32 checksum = new CRC32();
    checksum.update(content);
    JarEntry entry = new JarEntry(name);
    entry.setMethod(JarEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
