package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.NameUse;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.TextMap;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.valid.ModuleContext;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A text with all that is known of it. Immutable; made anew when the text changes. */
public final class WatDocument {

  private final byte[] source;
  private final FeatureSet features;
  private final ParsedModule parsed;
  private final IndexSpaces spaces;
  private final List<NameUse> uses;
  private final List<Diagnostic> diagnostics;

  private WatDocument(byte[] source, FeatureSet features) {
    this.source = source;
    this.features = features;
    List<NameUse> found = new ArrayList<>();
    parsed =
        WatParser.parse(
            ByteSlice.of(source),
            features,
            (space, owner, index, start, end, isDefinition) ->
                found.add(
                    new NameUse(
                        new Span(start, end),
                        new NameUse.Target(space, owner, index),
                        isDefinition)));
    found.sort(Comparator.comparingInt(use -> use.span().start()));
    uses = List.copyOf(found);
    spaces = IndexSpaces.of(parsed.module());
    diagnostics =
        parsed.hasErrors()
            ? parsed.diagnostics()
            : ModuleValidator.validate(parsed.module(), features, parsed.map());
  }

  /** Looks at a text, which must not change afterwards. */
  public static WatDocument of(byte[] source, FeatureSet features) {
    return new WatDocument(source, features);
  }

  /** The text in UTF-8. */
  public ByteSlice source() {
    return ByteSlice.of(source);
  }

  /** The features that the text may use. */
  public FeatureSet features() {
    return features;
  }

  byte[] bytes() {
    return source;
  }

  /** What the parser made of the text. */
  public ParsedModule parsed() {
    return parsed;
  }

  /** The index spaces of the module, as far as it was understood. */
  public IndexSpaces spaces() {
    return spaces;
  }

  /** Where the parts of the module stand. */
  public TextMap map() {
    return parsed.map();
  }

  /** What is wrong: with the text, or if nothing is, with the module. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** All identifiers and indices, in textual order. */
  public List<NameUse> uses() {
    return uses;
  }

  /** The identifier or index at a place, also right behind its last character. */
  public Optional<NameUse> useAt(int offset) {
    return uses.stream()
        .filter(use -> use.span().start() <= offset && offset <= use.span().end())
        .findFirst();
  }

  /** What the rules of code know of the module, unless text or definitions are wrong. */
  Optional<ModuleContext> context() {
    return parsed.hasErrors()
        ? Optional.empty()
        : ModuleValidator.context(parsed.module(), features, parsed.map());
  }
}
