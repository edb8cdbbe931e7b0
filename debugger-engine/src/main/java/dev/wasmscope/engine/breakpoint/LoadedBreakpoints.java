package dev.wasmscope.engine.breakpoint;

import dev.wasmscope.wasm.source.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a file of breakpoints says.
 *
 * @param module which module they are for, if the file tells
 * @param breakpoints those that could be understood, in the order of the file; ids are unique
 * @param problems what is wrong with the file
 * @param readable false if nothing of the file could be read; it is then never overwritten
 */
public record LoadedBreakpoints(
    Optional<ModuleStamp> module,
    List<Breakpoint> breakpoints,
    List<BreakpointProblem> problems,
    boolean readable) {

  public LoadedBreakpoints {
    breakpoints = List.copyOf(breakpoints);
    problems = List.copyOf(problems);
  }

  /** Whether any problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
