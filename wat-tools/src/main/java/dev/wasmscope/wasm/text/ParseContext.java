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
  private final TypeTable types;
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
    this.types = new TypeTable();
    this.scopes = new Scopes(listener, findings);
  }

  private ParseContext(ParseContext whole) {
    this.source = whole.source;
    this.features = whole.features;
    this.map = SpanListener.NONE;
    this.types = whole.types;
    this.scopes = whole.scopes.reader(findings);
  }

  /** For functions that are parsed on another thread, while {@link #types} are frozen. */
  ParseContext part() {
    return new ParseContext(this);
  }

  /**
   * Appends what was parsed with a part of this.
   *
   * @throws OutOfOrderException if there is something whose place is not known
   */
  void append(ParseContext part) {
    if (!part.strings.isEmpty()) {
      throw new OutOfOrderException();
    }
    module.functions.addAll(part.module.functions);
    module.imports.addAll(part.module.imports);
    module.exports.addAll(part.module.exports);
    scopes.names().putAll(part.scopes.names());
    hints.append(part.hints);
    findings.addAll(part.findings);
    module.hasDataCount(module.hasDataCount() || part.module.hasDataCount());
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
