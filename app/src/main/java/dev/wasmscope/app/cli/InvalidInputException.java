package dev.wasmscope.app.cli;

import dev.wasmscope.wasm.source.Diagnostic;
import java.util.List;

/** An input breaks rules; ends a command with {@link ExitCode#BAD_INPUT} and their diagnostics. */
final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient InputFile file;
  private final transient List<Diagnostic> diagnostics;

  /**
   * The rules that an input breaks.
   *
   * @param diagnostics at least one, with spans in the file's bytes
   */
  InvalidInputException(InputFile file, List<Diagnostic> diagnostics) {
    super(file.name() + ": " + diagnostics.getFirst().message(), null, false, false);
    this.file = file;
    this.diagnostics = List.copyOf(diagnostics);
  }

  InputFile file() {
    return file;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
