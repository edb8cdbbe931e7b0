package dev.wasmscope.engine.script;

import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
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

/** What became of a module of a script. */
sealed interface CompiledModule {

  /** It may be instantiated. */
  record Valid(Module module, Spans spans) implements CompiledModule {}

  /** It cannot be read. */
  record Malformed(Diagnostic diagnostic) implements CompiledModule {}

  /** It can be read, and is not valid. */
  record Invalid(Diagnostic diagnostic) implements CompiledModule {}

  /** Reads and validates a module. */
  static CompiledModule of(ModuleSource source, FeatureSet features) {
    return switch (source) {
      case ModuleSource.Text text -> ofText(text.source(), features);
      case ModuleSource.Quoted quoted -> ofText(quoted.text(), features);
      case ModuleSource.Binary binary -> ofBinary(binary.bytes().toBytes(), features);
    };
  }

  private static CompiledModule ofText(ByteSlice text, FeatureSet features) {
    ParsedModule parsed = WatParser.parse(text, features);
    Optional<Diagnostic> error = firstError(parsed.diagnostics());
    if (error.isPresent()) {
      return new Malformed(error.get());
    }
    return validated(parsed.module(), parsed.map(), features);
  }

  private static CompiledModule ofBinary(byte[] bytes, FeatureSet features) {
    BinaryModule read;
    try {
      read = BinaryReader.read(bytes, features);
    } catch (DiagnosticException e) {
      return new Malformed(e.diagnostic());
    }
    return validated(read.module(), read.spans(), features);
  }

  private static CompiledModule validated(Module module, Spans spans, FeatureSet features) {
    return firstError(ModuleValidator.validate(module, features, spans))
        .<CompiledModule>map(Invalid::new)
        .orElseGet(() -> new Valid(module, spans));
  }

  private static Optional<Diagnostic> firstError(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).findFirst();
  }
}
