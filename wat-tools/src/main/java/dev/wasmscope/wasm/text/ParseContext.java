package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureOff;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.Span;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the parsers of one module share: the source, the names, the module as far as it is. */
final class ParseContext {

  private final byte[] source;
  private final FeatureSet features;
  private final Scopes scopes;
  private final TypeTable types = new TypeTable();
  private final ModuleBuilder module = new ModuleBuilder();
  private final SpanListener map;
  private final BranchHints hints = new BranchHints();
  private final Map<ByteSlice, Integer> strings = new HashMap<>();
  private final Findings findings = new Findings();
  private final Set<Feature> reported = EnumSet.noneOf(Feature.class);

  ParseContext(byte[] source, FeatureSet features, NameUse.Listener listener, SpanListener map) {
    this.source = source;
    this.features = features;
    this.map = map;
    scopes = new Scopes(listener, findings);
  }

  byte[] source() {
    return source;
  }

  Scopes scopes() {
    return scopes;
  }

  TypeTable types() {
    return types;
  }

  ModuleBuilder module() {
    return module;
  }

  SpanListener map() {
    return map;
  }

  BranchHints hints() {
    return hints;
  }

  /** The index of a string literal in the module's, which it joins if it is new. */
  int stringIndex(byte[] bytes) {
    ByteSlice literal = ByteSlice.of(bytes);
    Integer known = strings.putIfAbsent(literal, module.strings.size());
    if (known != null) {
      return known;
    }
    module.strings.add(literal);
    return module.strings.size() - 1;
  }

  Findings findings() {
    return findings;
  }

  void report(Diagnostic diagnostic) {
    findings.add(diagnostic);
  }

  /** Reports {@code what} if it needs a feature that is off; once for each feature. */
  void require(Feature feature, Span span, String what) {
    if (!features.has(feature) && reported.add(feature)) {
      report(FeatureOff.diagnostic(feature, what, span));
    }
  }
}
