package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.inspect.FeatureReport;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.lang.QuickFix;
import dev.wasmscope.wasm.lang.QuickFixes;
import dev.wasmscope.wasm.lang.TextEdit;
import dev.wasmscope.wasm.lang.WatDocument;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.PrintedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.text.WatPrinter;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at WAT through wat-tools. */
public final class WatAnalyzer implements Analyzer {
  private static final int MOST_PROBLEMS = 500;

  @Override
  public List<StyledToken> highlight(String text) {
    return Highlighter.highlight(text);
  }

  @Override
  public Analysis analyze(String text, FeatureSet features) {
    TextOffsets offsets = TextOffsets.of(text);
    byte[] source = TextOffsets.bytes(text);
    ParsedModule parsed = WatParser.parse(source, features);
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    if (!parsed.hasErrors()) {
      diagnostics.addAll(ModuleValidator.validate(parsed.module(), features, parsed.map()));
    }
    boolean needsNames =
        diagnostics.stream().anyMatch(d -> d.code() == DiagnosticCode.IMMUTABLE_FIELD);
    Optional<WatDocument> names =
        needsNames ? Optional.of(WatDocument.of(source, features)) : Optional.empty();
    return new Analysis(
        diagnostics.stream()
            .limit(MOST_PROBLEMS)
            .map(d -> problem(d, offsets, fix(d, names)))
            .toList(),
        Optional.of(parsed.module()),
        parsed.map(),
        offsets,
        needs(parsed.module()));
  }

  private static Optional<QuickFix> fix(Diagnostic diagnostic, Optional<WatDocument> document) {
    return document
        .map(d -> QuickFixes.of(d, diagnostic))
        .orElseGet(() -> QuickFixes.ofFeature(diagnostic));
  }

  @Override
  public Analysis analyze(ByteSlice bytes, FeatureSet features) {
    try {
      BinaryModule read = BinaryReader.read(bytes.toBytes(), FeatureSet.ALL);
      PrintedModule printed = WatPrinter.print(read.module(), PrintOptions.FLAT);
      ByteSlice text = printed.text();
      TextOffsets offsets =
          TextOffsets.of(
              new String(text.array(), text.offset(), text.length(), StandardCharsets.UTF_8));
      List<Diagnostic> invalid = ModuleValidator.validate(read.module(), features, printed.map());
      return new Analysis(
          invalid.stream()
              .limit(MOST_PROBLEMS)
              .map(d -> problem(d, offsets, QuickFixes.ofFeature(d)))
              .toList(),
          Optional.of(read.module()),
          printed.map(),
          offsets,
          needs(read.module()));
    } catch (DiagnosticException malformed) {
      return Analysis.none("");
    }
  }

  private static Optional<FeatureReport> needs(Module module) {
    try {
      return Optional.of(FeatureReport.of(module));
    } catch (DiagnosticException malformed) {
      return Optional.empty();
    }
  }

  private static Problem problem(
      Diagnostic diagnostic, TextOffsets offsets, Optional<QuickFix> fix) {
    int start = offsets.toChar(diagnostic.span().start());
    int end = offsets.toChar(diagnostic.span().end());
    return new Problem(
        diagnostic.severity() == Severity.ERROR,
        start,
        end,
        offsets.line(start),
        offsets.column(start),
        diagnostic.message(),
        diagnostic.remedy(),
        fix.map(f -> inCharacters(f, offsets)));
  }

  private static Fix inCharacters(QuickFix fix, TextOffsets offsets) {
    return switch (fix) {
      case QuickFix.Edit(String title, TextEdit(Span span, String replacement)) ->
          new Fix.Edit(
              title, offsets.toChar(span.start()), offsets.toChar(span.end()), replacement);
      case QuickFix.SwitchOn switchOn -> new Fix.SwitchOn(switchOn.title(), switchOn.feature());
    };
  }
}
