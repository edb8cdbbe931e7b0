package dev.wasmscope.app.cli.doctor;

import dev.wasmscope.app.cli.doctor.Finding.Need;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks a machine over: what is there, what is missing, and what to do about it. */
public final class Doctor {
  private static final int JAVA = 25;

  private final Machine machine;

  Doctor(Machine machine) {
    this.machine = machine;
  }

  /** A doctor for the machine the process runs on. */
  public static Doctor ofThisMachine() {
    return new Doctor(new ThisMachine());
  }

  /** All findings, grouped by what they are good for. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(memory());
    if (isLinux()) {
      findings.add(display());
      findings.addAll(windowLibraries());
    }
    findings.addAll(buildTools());
    findings.addAll(sampleTools());
    findings.addAll(peers());
    return findings;
  }

  private Finding java() {
    String found = machine.property("java.version") + " at " + machine.property("java.home");
    if (feature(machine.property("java.version")) >= JAVA) {
      return Finding.present("Java " + JAVA, Need.RUN, found);
    }
    return Finding.missing(
        "Java " + JAVA,
        Need.RUN,
        "this is Java " + found,
        "Install a JDK 25 (for example Eclipse Temurin, https://adoptium.net) or set JAVA_HOME.");
  }

  private Finding memory() {
    Runtime runtime = Runtime.getRuntime();
    return Finding.present(
        "Heap and processors",
        Need.RUN,
        "%d MiB, %d".formatted(runtime.maxMemory() >> 20, runtime.availableProcessors()));
  }

  private Finding display() {
    String display = machine.environment().getOrDefault("DISPLAY", "");
    if (!display.isEmpty()) {
      return Finding.present("Display", Need.WINDOW, display);
    }
    return Finding.missing(
        "Display",
        Need.WINDOW,
        "DISPLAY is not set",
        "Start wasmscope from a desktop session, or under xvfb-run; all commands work without.");
  }

  private List<Finding> windowLibraries() {
    return List.of(
        library("GTK 3", "libgtk-3.so", "libgtk-3-0"),
        library("XTest", "libXtst.so", "libxtst6"),
        library("OpenGL", "libGL.so", "libgl1"),
        library("XF86VidMode", "libXxf86vm.so", "libxxf86vm1"),
        library("Pango", "libpangoft2-1.0.so", "libpangoft2-1.0-0"),
        fonts());
  }

  private Finding library(String subject, String file, String debianPackage) {
    return machine.hasLibrary(file)
        ? Finding.present(subject, Need.WINDOW, file)
        : Finding.missing(
            subject, Need.WINDOW, file + " is not installed", aptInstall(debianPackage));
  }

  private Finding fonts() {
    return machine.hasFonts()
        ? Finding.present("Fonts", Need.WINDOW, "installed")
        : Finding.missing(
            "Fonts", Need.WINDOW, "none is installed", aptInstall("fontconfig fonts-dejavu-core"));
  }

  private List<Finding> buildTools() {
    List<Finding> findings = new ArrayList<>();
    findings.add(command("Maven", Need.BUILD, "mvn", "maven"));
    if (isLinux()) {
      findings.add(command("Xvfb", Need.BUILD, "Xvfb", "xvfb"));
      findings.add(command("xauth", Need.BUILD, "xauth", "xauth"));
    }
    return findings;
  }

  private List<Finding> sampleTools() {
    return List.of(
        command("clang", Need.SAMPLES, "clang", "clang"),
        command("lld", Need.SAMPLES, "wasm-ld", "lld"),
        folder("wasi-libc", "/usr/lib/wasm32-wasi", "wasi-libc libclang-rt-14-dev-wasm32"),
        command("rustc", Need.SAMPLES, "rustc", "rustc"),
        folder("Rust for Wasm", "/usr/lib/rustlib/wasm32-wasi", "libstd-rust-dev-wasm32"));
  }

  private List<Finding> peers() {
    return List.of(
        command("Node.js", Need.COMPARE, "node", "nodejs"),
        command("WABT", Need.COMPARE, "wasm-objdump", "wabt"),
        command("Binaryen", Need.COMPARE, "wasm-opt", "binaryen"),
        command("Chromium", Need.COMPARE, "chromium", "chromium"));
  }

  private Finding command(String subject, Need need, String name, String debianPackage) {
    Optional<Path> found = machine.command(name);
    return found.isPresent()
        ? Finding.present(subject, need, found.get().toString())
        : Finding.missing(subject, need, name + " is not on the PATH", aptInstall(debianPackage));
  }

  private Finding folder(String subject, String path, String debianPackages) {
    return machine.exists(Path.of(path))
        ? Finding.present(subject, Need.SAMPLES, path)
        : Finding.missing(
            subject, Need.SAMPLES, path + " does not exist", aptInstall(debianPackages));
  }

  private boolean isLinux() {
    return machine.property("os.name").equals("Linux");
  }

  private static String aptInstall(String packages) {
    return "On Debian: apt-get install -y " + packages;
  }

  private static int feature(String version) {
    try {
      return Runtime.Version.parse(version).feature();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
