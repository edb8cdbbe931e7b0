package dev.wasmscope.app.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that commands start from has what the class path of the build had. */
class StartUpJarTest {

  @TempDir private Path folder;

  @Test
  void librariesAreTogetherInOneJarAndNothingOfThemIsLost() throws IOException {
    Path build = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(build.resolve("first.txt"), "ours");
    Path one =
        library(
            "one.jar",
            Map.of(
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n",
                "first.txt", "theirs",
                "a/what.txt", "of old",
                "META-INF/versions/21/a/what.txt", "of new",
                "META-INF/services/Some", "One"));
    Path two =
        library(
            "two.jar",
            Map.of(
                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n",
                "META-INF/services/Some", "Two",
                "META-INF/resources/font", "kept"));
    Path jar = folder.resolve("all.jar");
    StartUpJar.main(
        new String[] {
          jar.toString(), String.join(File.pathSeparator, "" + build, "" + one, "" + two)
        });
    try (JarFile made = new JarFile(jar.toFile())) {
      assertEquals("ours", text(made, "first.txt"));
      assertEquals("of new", text(made, "a/what.txt"));
      assertEquals("One\nTwo\n", text(made, "META-INF/services/Some"));
      assertEquals("kept", text(made, "META-INF/resources/font"));
      assertNull(made.getManifest());
      assertNull(made.getEntry("META-INF/versions/21/a/what.txt"));
    }
  }

  private Path library(String name, Map<String, String> files) throws IOException {
    Path library = folder.resolve(name);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        jar.putNextEntry(new JarEntry(file.getKey()));
        jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return library;
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
