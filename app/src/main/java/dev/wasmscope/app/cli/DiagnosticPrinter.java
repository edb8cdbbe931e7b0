package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.source.Snippet;
import dev.wasmscope.wasm.source.Span;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Says what is wrong with an input, and where: line and column in text, offset in binary. */
final class DiagnosticPrinter {
  private final InputFile file;
  private final LineIndex lines;

  DiagnosticPrinter(InputFile file) {
    this.file = file;
    this.lines = file.isBinary() ? null : LineIndex.of(file.bytes());
  }

  /** Prints each diagnostic as compilers do, with the line it speaks of and the remedy. */
  void print(List<Diagnostic> diagnostics, PrintStream out) {
    for (Diagnostic diagnostic : diagnostics) {
      String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
      printAt(diagnostic.span(), severity + ": " + diagnostic.message(), out);
      diagnostic.related().forEach(r -> printAt(r.span(), "note: " + r.message(), out));
      if (!diagnostic.remedy().isEmpty()) {
        out.println("  " + diagnostic.remedy());
      }
    }
  }

  /** The diagnostics as {@code --json} shows them. */
  List<JsonDiagnostic> json(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(this::json).toList();
  }

  /**
   * A diagnostic for programs.
   *
   * @param line from 1; 0 in a binary
   * @param column from 1, in code points; 0 in a binary
   */
  record JsonDiagnostic(
      String code,
      String severity,
      String file,
      int offset,
      int line,
      int column,
      String message,
      String remedy) {}

  private JsonDiagnostic json(Diagnostic diagnostic) {
    int offset = diagnostic.span().start();
    return new JsonDiagnostic(
        diagnostic.code().name(),
        diagnostic.severity().name().toLowerCase(Locale.ROOT),
        file.name(),
        offset,
        lines == null ? 0 : lines.line(offset),
        lines == null ? 0 : lines.column(offset),
        diagnostic.message(),
        diagnostic.remedy());
  }

  private void printAt(Span span, String message, PrintStream out) {
    if (lines == null) {
      out.printf("%s:0x%x: %s%n", file.name(), span.start(), message);
      return;
    }
    out.printf(
        "%s:%d:%d: %s%n",
        file.name(), lines.line(span.start()), lines.column(span.start()), message);
    Snippet.of(file.bytes(), lines, span).lines().forEach(line -> out.println("  " + line));
  }
}
