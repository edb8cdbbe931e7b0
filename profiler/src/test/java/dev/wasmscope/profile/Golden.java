package dev.wasmscope.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what is written with files under {@code src/test/resources/golden}; run with {@code
 * -Dbless=true} to make the files anew, then look at the difference.
 */
public final class Golden {
  private Golden() {}

  /** Fails unless the file {@code name} holds exactly {@code actual}. */
  public static void check(String name, String actual) throws IOException {
    Path file = Path.of("src", "test", "resources", "golden", name);
    if (Boolean.getBoolean("bless")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, name + " differs; -Dbless=true makes it anew");
  }
}
