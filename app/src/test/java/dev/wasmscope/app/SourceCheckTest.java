package dev.wasmscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program of an old build does not run; the launcher builds, and runs it. */
class SourceCheckTest {

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(SourceCheck.CHANGES);
    System.clearProperty(SourceCheck.LAUNCHER);
  }

  @Test
  void sourcesThatAreNamedAreChanges() throws IOException {
    assertFalse(SourceCheck.findsChanges());
    Path changes = folder.resolve("changes");
    System.setProperty(SourceCheck.CHANGES, changes.toString());
    assertTrue(SourceCheck.findsChanges(), "nobody knows");
    Files.writeString(changes, "");
    assertFalse(SourceCheck.findsChanges());
    Files.writeString(changes, "Main.java\n");
    assertTrue(SourceCheck.findsChanges());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theLauncherDoesWhatWasAskedForAndLooksFirst() throws IOException {
    Path seen = folder.resolve("seen");
    Path launcher = folder.resolve("launcher");
    Files.writeString(
        launcher, "#!/bin/sh\necho \"$WASMSCOPE_LOOK_FIRST $*\" >'%s'\nexit 7\n".formatted(seen));
    assertTrue(launcher.toFile().setExecutable(true));
    System.setProperty(SourceCheck.LAUNCHER, launcher.toString());
    assertEquals(7, SourceCheck.startAgain("run", "a b.wasm"));
    assertEquals("yes run a b.wasm\n", Files.readString(seen));
  }
}
