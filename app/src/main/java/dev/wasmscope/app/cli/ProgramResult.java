package dev.wasmscope.app.cli;

import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.TraceEntry;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.source.Span;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;

/**
 * How a program ended, as {@code --json} shows it.
 *
 * @param outcome {@code returned}, {@code exited}, {@code trapped}, {@code uncaught}, {@code
 *     terminated} or {@code failed}
 * @param results what the function returned, in the text format's notation
 * @param status what the program told its caller, 0 being success; 1 when it could not
 * @param message why it failed; empty when it did not
 * @param backtrace the stack of a trap or exception, innermost first
 */
record ProgramResult(
    String outcome, List<String> results, int status, String message, List<String> backtrace) {

  /**
   * Puts an outcome into words; places are those of the file.
   *
   * @param describe puts results into words
   */
  static ProgramResult of(
      Outcome outcome, InputFile file, LoadedModule module, Function<Value, String> describe) {
    return switch (outcome) {
      case Outcome.Returned(List<Value> results) ->
          new ProgramResult("returned", results.stream().map(describe).toList(), 0, "", List.of());
      case Outcome.Exited(int status) ->
          new ProgramResult("exited", List.of(), status, exitMessage(status), List.of());
      case Outcome.Trapped(String message, List<TraceEntry> trace) ->
          new ProgramResult(
              "trapped",
              List.of(),
              1,
              "trap: " + message,
              trace.stream().map(entry -> frame(entry, file, module)).toList());
      case Outcome.Uncaught(String exception, List<TraceEntry> trace) ->
          new ProgramResult(
              "uncaught",
              List.of(),
              1,
              "uncaught exception: " + exception,
              trace.stream().map(entry -> frame(entry, file, module)).toList());
      case Outcome.Terminated() -> failure("terminated", "the program was ended");
      case Outcome.Failed(String message) -> failure("failed", message);
    };
  }

  private static ProgramResult failure(String outcome, String message) {
    return new ProgramResult(outcome, List.of(), 1, message, List.of());
  }

  private static String exitMessage(int status) {
    return status == 0 ? "" : "the program ended with exit code " + status;
  }

  private static String frame(TraceEntry entry, InputFile file, LoadedModule module) {
    Span span = module.spans().of(new Place(entry.index(), entry.offset()));
    String often = entry.times() == 1 ? "" : ", %,d times".formatted(entry.times());
    return "at %s (%s)%s".formatted(entry.function(), place(span, file, module), often);
  }

  private static String place(Span span, InputFile file, LoadedModule module) {
    if (module.text().isEmpty()) {
      return "%s:0x%x".formatted(file.name(), span.start());
    }
    LineIndex lines = module.text().get().lines();
    return "%s:%d:%d".formatted(file.name(), lines.line(span.start()), lines.column(span.start()));
  }

  /** Prints results to {@code out} and a failure with its stack to {@code err}. */
  void print(PrintStream out, PrintStream err) {
    results.forEach(out::println);
    if (!message.isEmpty()) {
      err.println(message);
      backtrace.forEach(frame -> err.println("  " + frame));
    }
  }

  int exitCode() {
    return status == 0 ? ExitCode.OK : ExitCode.FAILED;
  }
}
