package dev.wasmscope.app.cli;

import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.WeightUnit;
import dev.wasmscope.profile.view.FunctionWeight;
import dev.wasmscope.profile.view.WeightFormat;
import java.io.PrintStream;
import java.util.List;

/**
 * The heaviest functions of a profile.
 *
 * @param product what was profiled
 * @param unit what weights count
 * @param total the weight of everything
 * @param functions those with the most weight of their own first
 */
record ProfileSummary(String product, String unit, long total, List<Line> functions) {
  private static final String COLUMNS = "%14s %8s  %14s %8s  %s%n";

  /**
   * A function.
   *
   * @param self weight spent in the function itself
   * @param weight weight of all stacks it is on
   */
  record Line(String name, String module, long self, long weight) {}

  /** Summarises all threads of a profile in the first {@code top} functions. */
  static ProfileSummary of(Profile profile, int top) {
    CallTree tree = CallTree.of(profile);
    List<Line> lines =
        FunctionWeight.of(tree).stream().limit(top).map(row -> line(profile, row)).toList();
    return new ProfileSummary(profile.meta().product(), tree.unit().label(), tree.total(), lines);
  }

  private static Line line(Profile profile, FunctionWeight row) {
    return new Line(
        profile.functions().name(row.function()),
        profile.functions().module(row.function()),
        row.self(),
        row.total());
  }

  void print(PrintStream out) {
    WeightUnit weight = WeightUnit.labelled(unit).orElse(WeightUnit.SAMPLES);
    out.println(product + ": " + WeightFormat.format(weight, total));
    out.printf(COLUMNS, "self", "", "total", "", "function");
    for (Line line : functions) {
      out.printf(
          COLUMNS,
          WeightFormat.format(weight, line.self()),
          WeightFormat.share(line.self(), total),
          WeightFormat.format(weight, line.weight()),
          WeightFormat.share(line.weight(), total),
          line.name());
    }
  }
}
