package dev.wasmscope.app.startup;

import dev.wasmscope.engine.Engine;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Makes the jar that commands start from: the classes of the build, with what the JVM would have to
 * make of them at every start already made, and those of libraries that its cache would not keep.
 */
final class StartUpJar {

  private final JarOutputStream jar;
  private final Set<String> names = new HashSet<>();

  private StartUpJar(JarOutputStream jar) {
    this.jar = jar;
  }

  /**
   * Writes a jar.
   *
   * @param arguments its name; the class path of the build. What of that is not in the jar is
   *     printed, each entry on a line.
   */
  public static void main(String[] arguments) throws IOException {
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]));
        JarOutputStream jar = new JarOutputStream(file)) {
      List<Path> others = new StartUpJar(jar).fill(arguments[1].split(File.pathSeparator));
      others.forEach(System.out::println);
    }
  }

  /** Adds what belongs into the jar; answers the other entries of the class path. */
  private List<Path> fill(String... classPath) throws IOException {
    List<Path> others = new ArrayList<>();
    for (String entry : classPath) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        addFolder(path);
      } else {
        try (FileSystem library = FileSystems.newFileSystem(path)) {
          Path folder = library.getPath("/");
          if (isOld(folder)) {
            addFolder(folder);
          } else {
            others.add(path);
          }
        }
      }
    }
    for (Map.Entry<String, byte[]> made : Engine.generatedClasses().entrySet()) {
      add(made.getKey().replace('.', '/') + ".class", made.getValue());
    }
    return others;
  }

  /** Whether a library has classes that the cache would not keep. */
  private static boolean isOld(Path folder) throws IOException {
    for (Path file : files(folder)) {
      if (isClass(file) && OldClass.isOld(Files.readAllBytes(file))) {
        return true;
      }
    }
    return false;
  }

  private void addFolder(Path folder) throws IOException {
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (!name.startsWith("META-INF/") && !name.equals("module-info.class")) {
        byte[] content = Files.readAllBytes(file);
        add(name, isClass(file) ? CallSiteLowering.lower(OldClass.renew(content)) : content);
      }
    }
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
