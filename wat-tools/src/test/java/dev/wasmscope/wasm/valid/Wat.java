package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Modules written out in tests. */
public final class Wat {

  private final String text;
  private final ParsedModule parsed;

  private Wat(String text, FeatureSet features) {
    this.text = text;
    this.parsed = WatParser.parse(text.getBytes(StandardCharsets.UTF_8), features);
    if (parsed.hasErrors()) {
      throw new AssertionError(parsed.diagnostics().toString());
    }
  }

  public static Wat of(String text) {
    return new Wat(text, FeatureSet.ALL);
  }

  public ParsedModule parsed() {
    return parsed;
  }

  public Module module() {
    return parsed.module();
  }

  public List<Diagnostic> errors(FeatureSet features) {
    return ModuleValidator.validate(parsed.module(), features, parsed.map());
  }

  /** Messages of all errors. */
  public List<String> messages() {
    return errors(FeatureSet.ALL).stream().map(Diagnostic::message).toList();
  }

  /** The text that a diagnostic speaks of. */
  public String at(Diagnostic diagnostic) {
    return text.substring(diagnostic.span().start(), diagnostic.span().end());
  }

  public ModuleContext context() {
    return ModuleContext.of(parsed.module(), FeatureSet.ALL, parsed.map());
  }
}
