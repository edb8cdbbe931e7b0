package dev.wasmscope.wasm.binary;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.SectionId;
import dev.wasmscope.wasm.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the codecs of the sections read from and collect into, for one module. */
final class SectionInput {

  private final ByteReader bytes;
  private final FeatureSet features;
  private final ModuleBuilder module = new ModuleBuilder();
  private final DefinitionSpans spans = new DefinitionSpans();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final List<Integer> functionTypes = new ArrayList<>();
  private final boolean checksCode;
  private OptionalInt dataCount = OptionalInt.empty();
  private SectionId last = SectionId.CUSTOM;

  /**
   * @param checksCode whether functions' bodies are checked where they are read
   */
  SectionInput(byte[] file, FeatureSet features, boolean checksCode) {
    this.checksCode = checksCode;
    this.bytes = new ByteReader(ByteSlice.of(file));
    this.features = features;
  }

  ByteReader bytes() {
    return bytes;
  }

  FeatureSet features() {
    return features;
  }

  ModuleBuilder module() {
    return module;
  }

  boolean checksCode() {
    return checksCode;
  }

  DefinitionSpans spans() {
    return spans;
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  /** Type indices of the function section. */
  List<Integer> functionTypes() {
    return functionTypes;
  }

  /** The number in the data count section, if there is one. */
  OptionalInt dataCount() {
    return dataCount;
  }

  void dataCount(int count) {
    dataCount = OptionalInt.of(count);
    module.hasDataCount(true);
  }

  /** The section read last that is not a custom one. */
  SectionId last() {
    return last;
  }

  void last(SectionId section) {
    last = section;
  }

  /** Reads a vector whose elements are definitions, noting where each stands. */
  void definitions(Definition.Kind kind, Runnable element) {
    int count = bytes.length();
    for (int i = 0; i < count; i++) {
      int start = bytes.position();
      element.run();
      spans.add(kind, start, bytes.position());
    }
  }

  /** Reads a constant expression (§5.4.9), its {@code end} included. */
  ByteSlice expression() {
    int start = bytes.position();
    int length = CodeCheck.expressionLength(bytes.rest());
    bytes.seek(start + length);
    return bytes.since(start);
  }
}
