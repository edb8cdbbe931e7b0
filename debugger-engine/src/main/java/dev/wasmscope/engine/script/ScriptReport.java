package dev.wasmscope.engine.script;

import java.util.ArrayList;
import java.util.List;

/**
 * How a script, or several, went.
 *
 * @param passed assertions that hold
 * @param failures commands that failed, assertions or not
 * @param skipped assertions excluded on purpose
 */
public record ScriptReport(int passed, List<Failure> failures, int skipped) {

  public static final ScriptReport EMPTY = new ScriptReport(0, List.of(), 0);

  public ScriptReport {
    failures = List.copyOf(failures);
  }

  /** Whether nothing failed. */
  public boolean isSuccess() {
    return failures.isEmpty();
  }

  /** Both reports together. */
  public ScriptReport plus(ScriptReport other) {
    List<Failure> all = new ArrayList<>(failures);
    all.addAll(other.failures);
    return new ScriptReport(passed + other.passed, all, skipped + other.skipped);
  }

  /** The totals, as {@code 3 passed, 1 failed, 0 skipped}. */
  public String totals() {
    return "%d passed, %d failed, %d skipped".formatted(passed, failures.size(), skipped);
  }
}
