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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts around the program say in a sentence what is missing. */
@EnabledOnOs(OS.LINUX)
class LauncherScriptTest {
  private static final Path ROOT = Path.of(System.getProperty("wasmscope.root")).toAbsolutePath();

  @TempDir private Path folder;

  private record Result(int exitCode, String output) {}

  @Test
  void withoutAnyJdkTheMessageNamesWhatToInstall() throws Exception {
    Result result =
        bash(
            "unset JAVA_HOME; source installers/lib/jdk.sh; jdk_candidates() { :; };"
                + " require_jdk_25; echo got it");

    assertTrue(result.output().contains("needs a JDK 25"), result.output());
    assertTrue(result.output().contains("temurin-25-jdk"), result.output());
    assertEquals(
        1,
        bash("unset JAVA_HOME; source installers/lib/jdk.sh; jdk_candidates() { :; };"
                + " require_jdk_25")
            .exitCode());
  }

  @Test
  void onlyAJdkWhoseReleaseFileSays25IsTaken() throws Exception {
    Path old = jdk("old", "21.0.4");
    Path early = jdk("early", "25-ea");
    Path next = jdk("next", "26");
    String candidates =
        "jdk_candidates() { printf '%s\\n' " + old + " " + next + " " + early + "; }; ";

    assertEquals(
        early + "\n", bash("source installers/lib/jdk.sh; " + candidates + "find_jdk_25").output());
  }

  @Test
  void whatIsMissingIsNamedByItsPackage() throws Exception {
    String nothing = "has_library() { return 1; }; has_fonts() { return 1; }; ";

    assertEquals(
        "fontconfig fonts-dejavu-core libpango-1.0-0 libpangoft2-1.0-0 libgtk-3-0 libxtst6 libgl1"
            + " libxxf86vm1",
        bash("source installers/lib/os.sh; " + nothing + "missing_packages window")
            .output()
            .strip()
            .replace('\n', ' '));
    assertEquals(
        "",
        bash("source installers/lib/os.sh; has_library() { :; }; has_fonts() { :; };"
                + " missing_packages window")
            .output());
  }

  @Test
  void whatIsMissingIsInstalledByRootAndElseTheLineToRunIsPrinted() throws Exception {
    Result result =
        bash(
            "source installers/lib/os.sh; missing_packages() { echo libgtk-3-0; };"
                + " install_packages() { echo installing $*; }; require_packages window");

    assertTrue(
        result.output().equals("installing libgtk-3-0\n")
            || result.output().contains("sudo apt-get install -y libgtk-3-0"),
        result.output());
  }

  @Test
  void withoutADisplayTheLauncherNamesWhatWorks() throws Exception {
    Result result = bash("unset DISPLAY; ./wasmscope");

    assertEquals(1, result.exitCode());
    assertTrue(result.output().startsWith("There is no display"), result.output());
    for (String command : List.of("run", "debug", "profile", "tour")) {
      assertTrue(result.output().contains(command), command);
    }
  }

  @Test
  void everyScriptIsWellFormed() throws Exception {
    Result result =
        bash("for s in wasmscope .ci/run installers/*.sh installers/lib/*.sh; do bash -n $s; done");

    assertEquals(new Result(0, ""), result);
  }

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() throws Exception {
    assertTrue(
        Files.readAllLines(ROOT.resolve("README.md")).contains("./installers/test.sh"), "README");
    assertTrue(Files.isExecutable(ROOT.resolve("installers/test.sh")));
    assertTrue(Files.isExecutable(ROOT.resolve(".ci/run")));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
    Files.writeString(javac, "");
    assertTrue(javac.toFile().setExecutable(true));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static Result bash(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the script hangs");
    return new Result(process.exitValue(), output);
  }
}
