package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.FeatureOff;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Validates modules (§3.5): types, definitions, features, code. */
public final class ModuleValidator {

  private final Module module;
  private final FeatureSet features;
  private final Spans spans;
  private final List<Diagnostic> errors = new ArrayList<>();

  private ModuleValidator(Module module, FeatureSet features, Spans spans) {
    this.module = module;
    this.features = features;
    this.spans = spans;
  }

  /**
   * All that is wrong with a module, of each function's code the first error only. Code is decoded
   * on the way: what is malformed in it is among the errors too, so that after {@link
   * dev.wasmscope.wasm.binary.BinaryReader#readOutline} one walk does for both.
   *
   * @param spans where the module's sites stand in its input
   * @return errors in the order of the module's parts; empty if it is valid
   */
  public static List<Diagnostic> validate(Module module, FeatureSet features, Spans spans) {
    var validator = new ModuleValidator(module, features, spans);
    validator.validate();
    return List.copyOf(validator.errors);
  }

  /**
   * What the rules of code know of a module; empty if its types or its imports and definitions'
   * types are wrong, for then nothing can be said of its code.
   */
  public static Optional<ModuleContext> context(Module module, FeatureSet features, Spans spans) {
    return new ModuleValidator(module, features, spans).context();
  }

  private void validate() {
    context().ifPresent(this::contents);
  }

  private Optional<ModuleContext> context() {
    errors.addAll(TypeValidator.validate(module, spans));
    for (FeatureUse use : FeatureUses.ofDefinitions(module)) {
      if (!features.has(use.feature())) {
        errors.add(FeatureOff.diagnostic(use.feature(), use.construct(), spans.of(use.site())));
      }
    }
    if (errors.isEmpty()) {
      new DefinitionValidator(module, this).externals();
    }
    return errors.isEmpty()
        ? Optional.of(ModuleContext.of(module, features, spans))
        : Optional.empty();
  }

  private void contents(ModuleContext context) {
    new DefinitionValidator(module, this).contents(context);
    errors.addAll(FunctionsValidator.validate(context));
  }

  /** Runs a check that ends at its first error. */
  void guard(Runnable check) {
    try {
      check.run();
    } catch (DiagnosticException e) {
      errors.add(e.diagnostic());
    }
  }

  /** Adds an error at a definition; {@code rest} goes on behind the wording. */
  void report(Definition.Kind kind, int index, DiagnosticCode code, String rest) {
    var span = spans.of(new Definition(kind, index));
    errors.add(new Diagnostic(code, Severity.ERROR, span, code.wording() + rest, "", List.of()));
  }

  /** Checks that a constant expression leaves a value of type {@code result}. */
  void constant(
      CodeValidator code,
      ByteSlice expression,
      int result,
      Definition.Kind kind,
      int index,
      int globals) {
    guard(() -> code.constant(expression, result, () -> new Definition(kind, index), globals));
  }
}
