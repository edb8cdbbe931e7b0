package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Standard;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Definition;
import dev.wasmscope.wasm.module.ElementSegment;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.module.SegmentMode;
import dev.wasmscope.wasm.module.Site;
import dev.wasmscope.wasm.valid.FeatureUse;
import dev.wasmscope.wasm.valid.FeatureUses;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which features a module needs, what asks for each, and which version of the standard has all. */
public final class FeatureReport {

  private final Map<Feature, FeatureNeed> needs = new EnumMap<>(Feature.class);

  private FeatureReport() {}

  /**
   * Looks through definitions and code.
   *
   * @throws dev.wasmscope.wasm.source.DiagnosticException if code is malformed
   */
  public static FeatureReport of(Module module) {
    var report = new FeatureReport();
    for (FeatureUse use : FeatureUses.ofDefinitions(module)) {
      report.add(use.feature(), use.construct(), use.site());
    }
    report.constants(module);
    IndexSpaces spaces = IndexSpaces.of(module);
    for (int f = spaces.importedFunctions(); f < spaces.functions().size(); f++) {
      report.body(spaces.defined(f).body(), f);
    }
    return report;
  }

  /** The features beyond the first standard, oldest first. */
  public List<FeatureNeed> needs() {
    return needs.values().stream().sorted(Comparator.comparing(FeatureNeed::since)).toList();
  }

  /** What has everything in the module, in words: {@code 3.0 and stringref}. */
  public String summary() {
    Standard released =
        needs.values().stream()
            .map(FeatureNeed::since)
            .filter(since -> since != Standard.PROPOSAL)
            .max(Comparator.naturalOrder())
            .orElse(Standard.V1_0);
    List<String> proposals =
        needs.keySet().stream()
            .filter(feature -> feature.since() == Standard.PROPOSAL)
            .map(Feature::id)
            .toList();
    String more = proposals.isEmpty() ? "" : " and " + String.join(", ", proposals);
    return released.title() + more;
  }

  private void add(Feature feature, String construct, Site site) {
    if (feature != Feature.MVP) {
      needs.merge(
          feature,
          new FeatureNeed(feature, construct, site, 1),
          (first, _) ->
              new FeatureNeed(feature, first.construct(), first.site(), first.uses() + 1));
    }
  }

  private void constants(Module module) {
    for (int i = 0; i < module.globals().size(); i++) {
      constant(module.globals().get(i).init(), new Definition(Definition.Kind.GLOBAL, i));
    }
    for (int i = 0; i < module.elements().size(); i++) {
      var site = new Definition(Definition.Kind.ELEMENT, i);
      ElementSegment segment = module.elements().get(i);
      offset(segment.mode(), site);
      if (segment.items() instanceof ElementSegment.Expressions(var expressions)) {
        expressions.forEach(expression -> constant(expression, site));
      }
    }
    for (int i = 0; i < module.data().size(); i++) {
      offset(module.data().get(i).mode(), new Definition(Definition.Kind.DATA, i));
    }
  }

  private void offset(SegmentMode mode, Definition site) {
    if (mode instanceof SegmentMode.Active(_, ByteSlice offset)) {
      constant(offset, site);
    }
  }

  private void constant(ByteSlice expression, Definition site) {
    CodeReader code = CodeReader.of(expression);
    while (!code.atEnd()) {
      Opcode opcode = code.next();
      boolean arithmetic =
          opcode.feature() == Feature.MVP
              && opcode.immediate() == Immediate.NONE
              && opcode != Opcode.END;
      add(
          arithmetic ? Feature.EXTENDED_CONST : opcode.feature(),
          opcode.mnemonic() + " in a constant expression",
          site);
    }
  }

  private void body(ByteSlice body, int function) {
    CodeReader code = CodeReader.ofBody(body);
    while (!code.atEnd()) {
      Opcode opcode = code.next();
      if (opcode.feature() != Feature.MVP) {
        add(opcode.feature(), opcode.mnemonic(), new Place(function, code.offset()));
      }
      if (hasBlockType(opcode) && code.blockTypeIndex() >= 0) {
        add(
            Feature.MULTI_VALUE,
            opcode.mnemonic() + " with a type index",
            new Place(function, code.offset()));
      }
    }
  }

  private static boolean hasBlockType(Opcode opcode) {
    return opcode.immediate() == Immediate.BLOCK_TYPE
        || opcode.immediate() == Immediate.BLOCK_CATCHES;
  }
}
