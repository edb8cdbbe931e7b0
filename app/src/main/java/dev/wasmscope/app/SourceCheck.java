package dev.wasmscope.app;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the build is up to date. The launcher looks through the sources while Java starts, and
 * names a file in which those that are newer are named.
 */
final class SourceCheck {

  /** The file; without it the launcher has looked before. */
  static final String CHANGES = "wasmscope.changes";

  /** The launcher, to be started again. */
  static final String LAUNCHER = "wasmscope.launcher";

  /** Tells the launcher to look before it starts Java. */
  private static final String FIRST = "WASMSCOPE_LOOK_FIRST";

  private SourceCheck() {}

  /** Whether there are newer sources; waits until that is known. */
  static boolean findsChanges() {
    String file = System.getProperty(CHANGES);
    if (file == null) {
      return false;
    }
    try (InputStream changes = new FileInputStream(file)) {
      return changes.read() >= 0;
    } catch (IOException e) {
      return true;
    }
  }

  /** Has the launcher build, and do what this process should have done; answers its exit code. */
  static int startAgain(String... arguments) {
    List<String> command = new ArrayList<>(List.of(System.getProperty(LAUNCHER)));
    command.addAll(List.of(arguments));
    ProcessBuilder launcher = new ProcessBuilder(command).inheritIO();
    launcher.environment().put(FIRST, "yes");
    try {
      return launcher.start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("The launcher does not start again", e);
    }
  }
}
