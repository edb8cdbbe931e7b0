package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Validates the bodies of all functions, in runs of neighbours, on all processors. */
final class FunctionsValidator {

  private static final int RUN = 128;

  private FunctionsValidator() {}

  /** The first error of each function, in the order of the functions. */
  static List<Diagnostic> validate(ModuleContext context) {
    int first = context.spaces.importedFunctions();
    int last = context.functions.length;
    int runs = Math.ceilDiv(last - first, RUN);
    IntStream starts = IntStream.range(0, runs).map(run -> first + run * RUN);
    IntStream spread = runs > 1 ? starts.parallel() : starts;
    return spread
        .mapToObj(start -> run(context, start, Math.min(last, start + RUN)))
        .flatMap(errors -> errors)
        .toList();
  }

  private static Stream<Diagnostic> run(ModuleContext context, int first, int last) {
    List<Diagnostic> errors = new ArrayList<>();
    var validator = new CodeValidator(context);
    for (int function = first; function < last; function++) {
      try {
        validator.function(function, null);
      } catch (DiagnosticException e) {
        errors.add(e.diagnostic());
      }
    }
    return errors.stream();
  }
}
