package dev.wasmscope.app.program;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.TextMap;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A module read from a file and checked.
 *
 * @param name the file's name, without folders
 * @param input the file's bytes; not to be changed
 * @param module as much of it as could be read
 * @param spans where its sites stand in {@code input}
 * @param text the map of the text; empty for a binary module
 * @param diagnostics all that is wrong, in the order of the input
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying a large module would cost
public record LoadedModule(
    String name,
    byte[] input,
    Module module,
    Spans spans,
    Optional<TextMap> text,
    List<Diagnostic> diagnostics) {

  private static final byte[] MAGIC = {0, 'a', 's', 'm'};

  public LoadedModule {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Reads and checks a file, binary if it begins as one does (§5.5.18), else text. */
  public static LoadedModule load(String name, byte[] input, FeatureSet features) {
    return isBinary(name, input) ? binary(name, input, features) : text(name, input, features);
  }

  /** Whether a file is to be read as binary. */
  public static boolean isBinary(String name, byte[] input) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= input.length || input[i] != MAGIC[i]) {
        return name.endsWith(".wasm");
      }
    }
    return true;
  }

  private static LoadedModule binary(String name, byte[] input, FeatureSet features) {
    try {
      // Validation decodes the code anyway: one walk finds what is malformed and what is invalid.
      BinaryModule read = BinaryReader.readOutline(input, features);
      List<Diagnostic> diagnostics = new ArrayList<>(read.warnings());
      diagnostics.addAll(ModuleValidator.validate(read.module(), features, read.spans()));
      return new LoadedModule(
          name, input, read.module(), read.spans(), Optional.empty(), diagnostics);
    } catch (DiagnosticException malformed) {
      return new LoadedModule(
          name,
          input,
          new ModuleBuilder().build(),
          _ -> Span.at(0),
          Optional.empty(),
          List.of(malformed.diagnostic()));
    }
  }

  private static LoadedModule text(String name, byte[] input, FeatureSet features) {
    ParsedModule parsed = WatParser.parse(input, features);
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    if (!parsed.hasErrors()) {
      diagnostics.addAll(ModuleValidator.validate(parsed.module(), features, parsed.map()));
    }
    return new LoadedModule(
        name, input, parsed.module(), parsed.map(), Optional.of(parsed.map()), diagnostics);
  }

  /** Whether nothing forbids running it. */
  public boolean isRunnable() {
    return diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
  }

  /**
   * This module, if nothing forbids running it.
   *
   * @throws DiagnosticException for the first error
   */
  public LoadedModule valid() {
    diagnostics.stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .findFirst()
        .ifPresent(
            error -> {
              throw new DiagnosticException(error);
            });
    return this;
  }

  /** The lines of its text; none for a binary module. */
  public LineTable lines() {
    return text.<LineTable>map(map -> new TextLines(name, map)).orElse(LineTable.NONE);
  }
}
