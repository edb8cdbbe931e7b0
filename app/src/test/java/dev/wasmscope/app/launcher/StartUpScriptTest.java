package dev.wasmscope.app.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The AOT cache that commands start from: it is used, and one that does not fit harms nobody. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class StartUpScriptTest {
  private static final Path ROOT = Path.of(System.getProperty("wasmscope.root")).toAbsolutePath();
  private static final String VERSION =
      "wasmscope development build\nJava " + Runtime.version() + ", Linux\n";

  /** With this mode the JVM refuses to start without its cache, instead of passing over it. */
  private static final String INSIST = "-XX:AOTMode=on ";

  @TempDir private Path folder;

  private record Result(int exitCode, String output) {}

  @Test
  void theCacheIsUsedWhileItFitsAndPassedOverInSilenceWhenItDoesNot() throws Exception {
    assertEquals(new Result(0, "yes\n"), bash("make_start_up; has_start_up && echo yes"));
    Path cache = folder.resolve("run.aot");
    requireMade(folder.resolve("wasmscope.aot"), folder.resolve("training-all.log"));
    requireMade(cache, folder.resolve("training-run.log"));
    assertEquals(new Result(0, VERSION), version("start_up_cache", INSIST));
    assertEquals(new Result(0, VERSION), version(INSIST));

    // Options that have changed since.
    String old =
        "start_up_lib=$start_up; cd $start_up; touch -d yesterday java-options.sh"
            + " compiler-directives.json start-up.sh; ";
    assertEquals(new Result(0, "yes\n"), bash(old + "has_start_up && echo yes"));
    for (String name : List.of("java-options.sh", "compiler-directives.json", "start-up.sh")) {
      assertEquals(1, bash(old + "touch " + name + "; has_start_up").exitCode(), name);
    }

    // A jar made anew, as when classes change.
    assertEquals(0, bash("make_start_up_jar").exitCode());
    assertEquals(1, version(INSIST).exitCode());
    assertEquals(new Result(0, VERSION), version(""));
    assertEquals(1, bash("has_start_up").exitCode());

    Files.writeString(cache, "damaged");
    assertEquals(new Result(0, VERSION), version(""));

    // What is left behind when none can be made: not tried again.
    assertEquals(
        new Result(0, "yes\n"),
        bash("train() { false; }; make_start_up; has_start_up && echo yes"));
    assertEquals(0, Files.size(cache));
    assertEquals(new Result(0, VERSION), version(""));
  }

  private static void requireMade(Path cache, Path log) throws IOException {
    assertTrue(Files.size(cache) > 0, () -> "no cache was made: " + text(log));
  }

  private Result version(String options) throws IOException, InterruptedException {
    return version("start_up_run_cache", options);
  }

  private Result version(String cache, String options) throws IOException, InterruptedException {
    return bash(
        "\"$JAVA_HOME/bin/java\""
            + " \"${start_up_options[@]}\" -XX:AOTCache=\"$"
            + cache
            + "\" "
            + options
            + "-cp \"$start_up_jar\" dev.wasmscope.app.Main --version");
  }

  private Result bash(String script) throws IOException, InterruptedException {
    String sources = "for s in build java-options start-up; do source installers/lib/$s.sh; done; ";
    String quickly = "training_samples=primes; ";
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", sources + quickly + script);
    builder.environment().put("root", ROOT.toString());
    builder.environment().put("start_up", folder.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.directory(ROOT.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(200, TimeUnit.SECONDS), "the script hangs");
    return new Result(process.exitValue(), output);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
