package dev.wasmscope.app.modules;

import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.WatPrinter;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens, validates, prints, re-assembles and runs every module in a folder, and prints a table of
 * it. Times are warm, within this process; MB are millions of bytes of the module.
 */
final class ModuleTable {

  private static final FeatureSet FEATURES = FeatureSet.DEFAULT;

  private final Path folder;
  private final MarkdownTable table;

  private ModuleTable(Path folder, MarkdownTable table) {
    this.folder = folder;
    this.table = table;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> modules = modules(folder);
    if (modules.isEmpty()) {
      System.err.println("There is no .wasm file in " + folder + ".");
      System.exit(1);
    }
    List<String> titles =
        List.of(
            "module",
            "bytes",
            "open ms",
            "validate MB/s",
            "print MB/s",
            "re-assembled equal",
            "ran");
    var table = new MarkdownTable(System.out, titles, List.of(-40, 10, 7, 13, 10, -45, -60));
    table.head();
    for (Path module : modules) {
      new ModuleTable(folder, table).row(module);
    }
  }

  /** The modules below a folder, small ones first. */
  static List<Path> modules(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".wasm"))
          .sorted(
              Comparator.comparingLong((Path file) -> file.toFile().length())
                  .thenComparing(file -> file))
          .toList();
    }
  }

  private void row(Path path) throws IOException {
    byte[] file = Files.readAllBytes(path);
    String name = folder.relativize(path).toString();
    String size = "%,d".formatted(file.length);
    LoadedModule loaded = LoadedModule.load(path.getFileName().toString(), file, FEATURES);
    if (!loaded.isRunnable()) {
      table.row(
          List.of(
              name, size, "", "", "", "no", "no: " + loaded.diagnostics().getFirst().message()));
      return;
    }
    BinaryModule read = BinaryReader.readOutline(file, FEATURES);
    double open = Timing.warmMillis(() -> BinaryReader.readOutline(file, FEATURES));
    double validate =
        Timing.warmMillis(() -> ModuleValidator.validate(read.module(), FEATURES, read.spans()));
    double print = Timing.warmMillis(() -> WatPrinter.print(read.module(), PrintOptions.FLAT));
    Reassembly again = Reassembly.of(file, read.module(), FEATURES);
    Trial trial = trial(loaded);
    table.row(
        List.of(
            name,
            size,
            "%.1f".formatted(open),
            speed(file, validate),
            speed(file, print),
            cell(again.equal(), again.remark()),
            cell(trial.ran(), trial.remark())));
  }

  private static String speed(byte[] file, double millis) {
    return "%.0f".formatted(file.length / 1e3 / millis);
  }

  private static Trial trial(LoadedModule module) throws IOException {
    Path work = Files.createTempDirectory("wasmscope-modules");
    try {
      return Trial.of(module, work);
    } finally {
      try (Stream<Path> left = Files.walk(work)) {
        for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String cell(boolean yes, String remark) {
    return (yes ? "yes" : "no")
        + (remark.isEmpty() ? "" : ": " + remark.lines().findFirst().orElse(""));
  }
}
