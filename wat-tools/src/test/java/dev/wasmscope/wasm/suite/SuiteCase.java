package dev.wasmscope.wasm.suite;

import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.List;
import java.util.Optional;

/** What becomes of a module of a script: malformed, invalid, or neither. */
public record SuiteCase(
    Optional<Module> module, Optional<Diagnostic> malformed, Optional<Diagnostic> invalid) {

  /** Reads and validates. */
  public static SuiteCase of(ModuleSource source, FeatureSet features) {
    return switch (source) {
      case ModuleSource.Binary(_, var bytes) -> binary(bytes.toBytes(), features);
      case ModuleSource.Quoted(_, var text) -> text(WatParser.parse(text, features), features);
      case ModuleSource.Text(_, var text) -> text(WatParser.parse(text, features), features);
    };
  }

  private static SuiteCase binary(byte[] bytes, FeatureSet features) {
    try {
      BinaryModule read = BinaryReader.read(bytes, features);
      return validate(read.module(), read.spans(), features);
    } catch (DiagnosticException e) {
      return new SuiteCase(Optional.empty(), Optional.of(e.diagnostic()), Optional.empty());
    }
  }

  private static SuiteCase text(ParsedModule parsed, FeatureSet features) {
    Optional<Diagnostic> error =
        parsed.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).findFirst();
    return error.isPresent()
        ? new SuiteCase(Optional.empty(), error, Optional.empty())
        : validate(parsed.module(), parsed.map(), features);
  }

  private static SuiteCase validate(Module module, Spans spans, FeatureSet features) {
    List<Diagnostic> errors = ModuleValidator.validate(module, features, spans);
    return new SuiteCase(Optional.of(module), Optional.empty(), errors.stream().findFirst());
  }

  /** The first error, if there is any. */
  public Optional<Diagnostic> error() {
    return malformed.or(() -> invalid);
  }
}
