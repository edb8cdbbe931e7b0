package dev.wasmscope.engine.script;

import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Scripts in files and folders. A folder named like a feature switches it on for its scripts. */
public final class ScriptSuite {

  private static final String EXTENSION = ".wast";

  private final ScriptRunner runner;

  /** A suite that runs as {@link ScriptRunner} does. */
  public ScriptSuite(GearFactory gears, Consumer<Probes> instrumentation, Exclusions exclusions) {
    this.runner = new ScriptRunner(gears, instrumentation, exclusions);
  }

  /**
   * The scripts among {@code paths}: files as they are, folders with all that is below them.
   *
   * @throws IOException if a folder cannot be read
   */
  public static List<Path> files(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> below = Files.walk(path)) {
        below.filter(p -> p.toString().endsWith(EXTENSION)).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /**
   * Runs a script with the default features and those that its folders are named after.
   *
   * @throws IOException if it cannot be read
   */
  public ScriptReport run(Path file) throws IOException {
    return run(file, FeatureSet.DEFAULT);
  }

  /**
   * Runs a script with {@code features} and those that its folders are named after.
   *
   * @throws IOException if it cannot be read
   */
  public ScriptReport run(Path file, FeatureSet features) throws IOException {
    FeatureSet all = features;
    for (Path part : file) {
      Optional<Feature> feature = Feature.of(part.toString());
      if (feature.isPresent()) {
        all = all.with(feature.get());
      }
    }
    return runner.run(file.toString(), Files.readAllBytes(file), all);
  }
}
