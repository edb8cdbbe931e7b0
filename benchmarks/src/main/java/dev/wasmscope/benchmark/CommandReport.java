package dev.wasmscope.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Times of whole processes.
 *
 * @param runs by title, in the order of the rows; the first is the reference
 * @param sameOutput whether all must print what the reference prints
 */
record CommandReport(Map<String, List<ShellCommand.Run>> runs, boolean sameOutput) {

  String markdown() {
    MarkdownTable table =
        new MarkdownTable(List.of("process", "wall ms", "×", "processor ms", "×"));
    List<ShellCommand.Run> reference = runs.values().iterator().next();
    runs.forEach((title, own) -> table.add(row(title, own, reference)));
    return table.toString();
  }

  private List<String> row(
      String title, List<ShellCommand.Run> own, List<ShellCommand.Run> reference) {
    String problem = problem(own, reference);
    if (!problem.isEmpty()) {
      return List.of(title, problem, "", "", "");
    }
    return List.of(
        title,
        time(own, ShellCommand.Run::wall),
        ratio(own, reference, ShellCommand.Run::wall),
        time(own, ShellCommand.Run::cpu),
        ratio(own, reference, ShellCommand.Run::cpu));
  }

  private String problem(List<ShellCommand.Run> own, List<ShellCommand.Run> reference) {
    if (own.stream().anyMatch(run -> run.exitCode() != 0)) {
      return "failed";
    }
    String expected = reference.getFirst().output();
    boolean same = own.stream().allMatch(run -> run.output().equals(expected));
    return sameOutput && !same ? "wrong output" : "";
  }

  private static String time(
      List<ShellCommand.Run> runs, ToDoubleFunction<ShellCommand.Run> which) {
    List<Double> times = times(runs, which);
    return "%.0f (%.0f)".formatted(Statistics.best(times), Statistics.median(times));
  }

  private static String ratio(
      List<ShellCommand.Run> own,
      List<ShellCommand.Run> reference,
      ToDoubleFunction<ShellCommand.Run> which) {
    double best = Statistics.best(times(own, which)) / Statistics.best(times(reference, which));
    double median =
        Statistics.median(times(own, which)) / Statistics.median(times(reference, which));
    return Ratio.text(best) + " (" + Ratio.text(median) + ")";
  }

  private static List<Double> times(
      List<ShellCommand.Run> runs, ToDoubleFunction<ShellCommand.Run> which) {
    return runs.stream().map(which::applyAsDouble).toList();
  }
}
