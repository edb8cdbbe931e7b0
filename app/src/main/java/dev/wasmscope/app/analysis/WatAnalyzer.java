package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
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

  private final FeatureSet features;

  /** An analyzer of texts that may use {@code features}. */
  public WatAnalyzer(FeatureSet features) {
    this.features = features;
  }

  @Override
  public List<StyledToken> highlight(String text) {
    return Highlighter.highlight(text);
  }

  @Override
  public Analysis analyze(String text) {
    TextOffsets offsets = TextOffsets.of(text);
    ParsedModule parsed = WatParser.parse(TextOffsets.bytes(text), features);
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    if (!parsed.hasErrors()) {
      diagnostics.addAll(ModuleValidator.validate(parsed.module(), features, parsed.map()));
    }
    return new Analysis(
        problems(diagnostics, offsets),
        Optional.ofNullable(parsed.module()),
        parsed.map(),
        offsets);
  }

  @Override
  public Analysis analyze(ByteSlice bytes) {
    try {
      BinaryModule read = BinaryReader.read(bytes.toBytes(), features);
      PrintedModule printed = WatPrinter.print(read.module(), PrintOptions.FLAT);
      ByteSlice text = printed.text();
      TextOffsets offsets =
          TextOffsets.of(
              new String(text.array(), text.offset(), text.length(), StandardCharsets.UTF_8));
      List<Diagnostic> invalid = ModuleValidator.validate(read.module(), features, printed.map());
      return new Analysis(
          problems(invalid, offsets), Optional.of(read.module()), printed.map(), offsets);
    } catch (DiagnosticException malformed) {
      return Analysis.none("");
    }
  }

  private static List<Problem> problems(List<Diagnostic> diagnostics, TextOffsets offsets) {
    return diagnostics.stream().limit(MOST_PROBLEMS).map(d -> problem(d, offsets)).toList();
  }

  private static Problem problem(Diagnostic diagnostic, TextOffsets offsets) {
    int start = offsets.toChar(diagnostic.span().start());
    int end = offsets.toChar(diagnostic.span().end());
    return new Problem(
        diagnostic.severity() == Severity.ERROR,
        start,
        end,
        offsets.line(start),
        offsets.column(start),
        diagnostic.message(),
        diagnostic.remedy());
  }
}
