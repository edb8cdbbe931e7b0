package dev.wasmscope.wasm.suite;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of the official suite, where the checkout has them, and the features they need. */
public final class SuiteFiles {

  private static final List<String> FOLDERS =
      List.of(
          "core",
          "custom",
          "legacy/exceptions",
          "proposals/threads",
          "proposals/custom-page-sizes",
          "proposals/wide-arithmetic");

  private SuiteFiles() {}

  /** The suite's folder; it may be absent. */
  public static Path root() {
    return Path.of(System.getProperty("wasmscope.testsuite", "../../shared/testsuite"))
        .toAbsolutePath()
        .normalize();
  }

  public static boolean isPresent() {
    return Files.isDirectory(root());
  }

  /** All scripts, sorted. */
  public static List<Path> scripts() {
    return FOLDERS.stream().flatMap(SuiteFiles::scripts).toList();
  }

  private static Stream<Path> scripts(String folder) {
    try (Stream<Path> files = Files.walk(root().resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".wast")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script's path within the suite, with slashes. */
  public static String name(Path script) {
    return root().relativize(script).toString().replace('\\', '/');
  }

  /** The default features and that of the proposal whose folder holds the script. */
  public static FeatureSet features(Path script) {
    String name = name(script);
    FeatureSet features = FeatureSet.DEFAULT;
    for (Feature feature : Feature.values()) {
      if (name.startsWith("proposals/" + feature.id() + "/")) {
        features = features.with(feature);
      }
    }
    return features;
  }
}
