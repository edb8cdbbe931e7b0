package dev.wasmscope.app.cli;

import dev.wasmscope.profile.model.WeightUnit;
import dev.wasmscope.profile.view.Diff;
import dev.wasmscope.profile.view.WeightFormat;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What changed most from one profile to another.
 *
 * @param unit what weights count; shares of {@link Diff#SCALE} unless exact
 * @param exact whether weights are counts that can be reproduced
 * @param functions those whose own weight changed most first
 */
record DiffSummary(String unit, boolean exact, List<Diff.Row> functions) {
  private static final String COLUMNS = "%14s  %14s  %14s  %s%n";

  /** Summarises a comparison in the first {@code top} functions that changed. */
  static DiffSummary of(Diff diff, int top) {
    return new DiffSummary(
        diff.unit().label(),
        diff.exact(),
        diff.functions().stream().filter(row -> row.change() != 0).limit(top).toList());
  }

  void print(PrintStream out) {
    if (functions.isEmpty()) {
      out.println("Nothing changed.");
      return;
    }
    out.printf(COLUMNS, "before", "after", "change", "function");
    for (Diff.Row row : functions) {
      String sign = row.change() > 0 ? "+" : "-";
      out.printf(
          COLUMNS,
          text(row.selfBefore()),
          text(row.selfAfter()),
          sign + text(Math.abs(row.change())),
          row.name());
    }
  }

  private String text(long weight) {
    if (exact) {
      return WeightFormat.format(WeightUnit.labelled(unit).orElse(WeightUnit.SAMPLES), weight);
    }
    return String.format(Locale.ROOT, "%.2f %%", 100.0 * weight / Diff.SCALE);
  }
}
