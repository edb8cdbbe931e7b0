package dev.wasmscope.engine.script;

import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Counts what holds and what fails; safe for use by the threads of a script. */
final class Tally {

  private final String file;
  private final LineIndex lines;
  private final Set<Integer> excluded;
  private final List<Failure> failures = new ArrayList<>();
  private int passed;
  private int skipped;

  Tally(String file, LineIndex lines, Exclusions exclusions) {
    this.file = file;
    this.lines = lines;
    this.excluded = exclusions.linesOf(file);
  }

  /** An assertion holds. */
  synchronized void passed(Span command) {
    int line = lines.line(command.start());
    if (excluded.contains(line)) {
      failures.add(new Failure(file, line, "is excluded, but holds: take it off the list"));
    } else {
      passed++;
    }
  }

  /** A command failed. */
  synchronized void failed(Span command, String message) {
    int line = lines.line(command.start());
    if (excluded.contains(line)) {
      skipped++;
    } else {
      failures.add(new Failure(file, line, message));
    }
  }

  synchronized ScriptReport report() {
    return new ScriptReport(passed, failures, skipped);
  }
}
