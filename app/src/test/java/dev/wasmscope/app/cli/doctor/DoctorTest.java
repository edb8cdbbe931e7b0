package dev.wasmscope.app.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final Set<String> EVERY_LIBRARY =
      Set.of("libgtk-3.so", "libXtst.so", "libGL.so", "libXxf86vm.so", "libpangoft2-1.0.so");

  @Test
  void aBareMachineIsToldWhatToInstall() {
    FakeMachine bare = new FakeMachine("17.0.2", Map.of(), Set.of(), Set.of(), false);

    assertEquals("this is Java 17.0.2 at /java", finding(bare, "Java 25").detail());
    assertTrue(finding(bare, "Java 25").remedy().contains("adoptium.net"));
    assertEquals("On Debian: apt-get install -y libgtk-3-0", finding(bare, "GTK 3").remedy());
    assertEquals("DISPLAY is not set", finding(bare, "Display").detail());
    assertTrue(finding(bare, "Fonts").isMissing());
    assertTrue(finding(bare, "clang").isMissing());
    assertTrue(finding(bare, "wasi-libc").isMissing());
  }

  @Test
  void aCompleteMachineLacksNothing() {
    FakeMachine complete =
        new FakeMachine(
            "25.0.3",
            Map.of("DISPLAY", ":0"),
            EVERY_LIBRARY,
            Set.of(
                "mvn",
                "Xvfb",
                "xauth",
                "clang",
                "wasm-ld",
                "rustc",
                "node",
                "wasm-objdump",
                "wasm-opt",
                "chromium"),
            true);

    assertFalse(new Doctor(complete).examine().stream().anyMatch(Finding::isMissing));
    assertEquals(":0", finding(complete, "Display").detail());
    assertEquals("/bin/clang", finding(complete, "clang").detail());
  }

  @Test
  void theRealMachineRunsThisTestOnAJavaThatSuffices() {
    assertFalse(finding(new ThisMachine(), "Java 25").isMissing());
  }

  private static Finding finding(Machine machine, String subject) {
    return new Doctor(machine)
        .examine().stream().filter(f -> f.subject().equals(subject)).findFirst().orElseThrow();
  }

  private record FakeMachine(
      String javaVersion,
      Map<String, String> environment,
      Set<String> libraries,
      Set<String> commands,
      boolean complete)
      implements Machine {
    @Override
    public String property(String name) {
      return switch (name) {
        case "java.version" -> javaVersion;
        case "java.home" -> "/java";
        case "os.name" -> "Linux";
        default -> "";
      };
    }

    @Override
    public Optional<Path> command(String name) {
      return Optional.of(Path.of("/bin", name)).filter(path -> commands.contains(name));
    }

    @Override
    public boolean hasLibrary(String fileNamePrefix) {
      return libraries.contains(fileNamePrefix);
    }

    @Override
    public boolean exists(Path path) {
      return complete;
    }

    @Override
    public boolean hasFonts() {
      return complete;
    }
  }
}
