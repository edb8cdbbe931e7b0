package dev.wasmscope.benchmark;

import dev.wasmscope.benchmark.peer.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times of whole processes.
 *
 * @param runs by title, in the order of the rows; the first is the reference
 * @param sameOutput whether all must print what the reference prints
 * @param printed finds in the output the milliseconds of a round, which are compared too
 */
record CommandReport(
    Map<String, List<ShellCommand.Run>> runs, boolean sameOutput, Pattern printed) {

  String markdown() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("wall ms", list -> times(list, ShellCommand.Run::wall)));
    columns.add(new Column("processor ms", list -> times(list, ShellCommand.Run::cpu)));
    if (!rounds(reference()).isEmpty()) {
      columns.add(new Column("round ms", this::rounds));
    }
    MarkdownTable table =
        new MarkdownTable(
            concat("process", columns.stream().flatMap(c -> Stream.of(c.title(), "×"))));
    runs.forEach((title, own) -> table.add(concat(title, row(own, columns))));
    return table.toString();
  }

  /** Times of the same kind; takes them from the runs of a command. */
  private record Column(String title, Function<List<ShellCommand.Run>, List<Double>> times) {}

  private static List<String> concat(String title, Stream<String> cells) {
    return Stream.concat(Stream.of(title), cells).toList();
  }

  private List<ShellCommand.Run> reference() {
    return runs.values().iterator().next();
  }

  private Stream<String> row(List<ShellCommand.Run> own, List<Column> columns) {
    String problem = problem(own);
    return problem.isEmpty()
        ? columns.stream().flatMap(c -> cells(c.times().apply(own), c.times().apply(reference())))
        : Stream.concat(
            Stream.of(problem), Stream.generate(() -> "").limit(2L * columns.size() - 1));
  }

  private static Stream<String> cells(List<Double> own, List<Double> reference) {
    double best = Statistics.best(own);
    double median = Statistics.median(own);
    return Stream.of(
        "%.0f (%.0f)".formatted(best, median),
        "%s (%s)"
            .formatted(
                Ratio.text(best / Statistics.best(reference)),
                Ratio.text(median / Statistics.median(reference))));
  }

  private String problem(List<ShellCommand.Run> own) {
    for (ShellCommand.Run run : own) {
      if (run.exitCode() != 0) {
        return "exit code " + run.exitCode();
      }
    }
    String expected = output(reference().getFirst());
    boolean same = own.stream().allMatch(run -> output(run).equals(expected));
    return sameOutput && !same ? "wrong output" : "";
  }

  private String output(ShellCommand.Run run) {
    return printed.matcher(run.output()).replaceAll("");
  }

  private List<Double> rounds(List<ShellCommand.Run> own) {
    return own.stream()
        .flatMap(run -> printed.matcher(run.output()).results())
        .map(found -> Double.valueOf(found.group(1)))
        .toList();
  }

  private static List<Double> times(
      List<ShellCommand.Run> runs, ToDoubleFunction<ShellCommand.Run> which) {
    return runs.stream().map(which::applyAsDouble).toList();
  }
}
