package dev.wasmscope.app.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares whole processes, from start to end, on one module: Wasmscope's commands beside WABT's
 * and node's. Rounds are interleaved, so that other work on the machine disturbs all alike.
 */
final class ProcessTable {

  private static final int ROUNDS = 7;
  private static final String MODULE = "npm/ruby-3.4-wasm-wasi/ruby.wasm";

  /** A command line that does the task; {@code OUT} in it stands for a file to write. */
  private record Contestant(String task, String program, List<String> line) {}

  private final Path root;
  private final Path work;

  private ProcessTable(Path root, Path work) {
    this.root = root;
    this.work = work;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path module = Path.of(arguments[0]).resolve(MODULE).toAbsolutePath();
    if (!Files.exists(module)) {
      System.err.println(module + " is missing: real-modules.sh fetch gets it.");
      System.exit(1);
    }
    Path work = Files.createTempDirectory("wasmscope-processes");
    new ProcessTable(Path.of(arguments[1]).toAbsolutePath(), work).compare(module);
    for (String file : List.of("out", "module.wat", "measures")) {
      Files.deleteIfExists(work.resolve(file));
    }
    Files.delete(work);
  }

  private void compare(Path module) throws IOException, InterruptedException {
    var table =
        new MarkdownTable(
            System.out,
            List.of(
                "task",
                "program",
                "elapsed ms",
                "CPU ms",
                "memory MB",
                "elapsed ×",
                "CPU ×",
                "memory ×"),
            List.of(-14, -22, 10, 8, 9, 9, 7, 8));
    table.head();
    Path text = work.resolve("module.wat");
    writeText(module, text);
    Map<String, List<Contestant>> tasks = new LinkedHashMap<>();
    for (Contestant contestant : contestants(module.toString(), text.toString())) {
      tasks.computeIfAbsent(contestant.task(), _ -> new ArrayList<>()).add(contestant);
    }
    for (List<Contestant> task : tasks.values()) {
      compare(task, table);
    }
  }

  /** Writes the text to be assembled; by WABT if it is there, which does not know annotations. */
  private void writeText(Path module, Path text) throws IOException, InterruptedException {
    List<String> line =
        MeasuredProcess.isInstalled("wasm2wat")
            ? List.of("wasm2wat", module.toString(), "-o", text.toString())
            : our("wasm2wat", module.toString(), "-o", text.toString());
    new MeasuredProcess(line).measure(work);
  }

  /** Ours are first in each task. */
  private List<Contestant> contestants(String module, String text) {
    String read = "require('fs').readFileSync(process.argv[1])";
    return List.of(
        new Contestant("validate", "wasmscope validate", our("validate", module)),
        new Contestant("validate", "wasm-validate", List.of("wasm-validate", module)),
        new Contestant(
            "validate", "node validate", node("WebAssembly.validate(" + read + ")", module)),
        new Contestant(
            "validate", "node compile", node("new WebAssembly.Module(" + read + ")", module)),
        new Contestant("print", "wasmscope wasm2wat", our("wasm2wat", module, "-o", "OUT")),
        new Contestant("print", "wasm2wat", List.of("wasm2wat", module, "-o", "OUT")),
        new Contestant("assemble", "wasmscope wat2wasm", our("wat2wasm", text, "-o", "OUT")),
        new Contestant("assemble", "wat2wasm", List.of("wat2wasm", text, "-o", "OUT")),
        new Contestant("sections", "wasmscope objdump -h", our("objdump", "-h", module)),
        new Contestant("sections", "wasm-objdump -h", List.of("wasm-objdump", "-h", module)));
  }

  private List<String> our(String... arguments) {
    List<String> line = new ArrayList<>(List.of(root.resolve("wasmscope").toString()));
    line.addAll(List.of(arguments));
    return line;
  }

  private static List<String> node(String script, String module) {
    return List.of("node", "-e", script, module);
  }

  private void compare(List<Contestant> contestants, MarkdownTable table)
      throws IOException, InterruptedException {
    Map<Contestant, List<MeasuredProcess.Cost>> costs = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      if (MeasuredProcess.isInstalled(contestant.line().getFirst())) {
        costs.put(contestant, new ArrayList<>());
      } else {
        table.row(List.of(contestant.task(), contestant.program(), "missing", "", "", "", "", ""));
      }
    }
    String out = work.resolve("out").toString();
    for (int round = 0; round < ROUNDS; round++) {
      for (var entry : costs.entrySet()) {
        List<String> line =
            entry.getKey().line().stream().map(word -> word.equals("OUT") ? out : word).toList();
        entry.getValue().add(new MeasuredProcess(line).measure(work));
      }
    }
    var ours = MeasuredProcess.Cost.median(costs.get(contestants.getFirst()));
    costs.forEach(
        (contestant, all) -> row(contestant, MeasuredProcess.Cost.median(all), ours, table));
  }

  private static void row(
      Contestant contestant,
      Optional<MeasuredProcess.Cost> cost,
      Optional<MeasuredProcess.Cost> ours,
      MarkdownTable table) {
    if (cost.isEmpty() || ours.isEmpty()) {
      table.row(List.of(contestant.task(), contestant.program(), "failed", "", "", "", "", ""));
      return;
    }
    MeasuredProcess.Cost c = cost.get();
    MeasuredProcess.Cost o = ours.get();
    table.row(
        List.of(
            contestant.task(),
            contestant.program(),
            "%.0f".formatted(c.elapsedMillis()),
            "%.0f".formatted(c.cpuMillis()),
            "%.0f".formatted(c.peakMegabytes()),
            ratio(o.elapsedMillis(), c.elapsedMillis()),
            ratio(o.cpuMillis(), c.cpuMillis()),
            ratio(o.peakMegabytes(), c.peakMegabytes())));
  }

  /** Ours as a multiple of another program's cost. */
  private static String ratio(double ours, double theirs) {
    return theirs == 0 ? "" : "%.2f".formatted(ours / theirs);
  }
}
