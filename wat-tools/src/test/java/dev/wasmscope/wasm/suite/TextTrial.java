package dev.wasmscope.wasm.suite;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.lang.BodyStyle;
import dev.wasmscope.wasm.lang.Completion;
import dev.wasmscope.wasm.lang.FoldingRanges;
import dev.wasmscope.wasm.lang.Formatter;
import dev.wasmscope.wasm.lang.Hover;
import dev.wasmscope.wasm.lang.InlayHints;
import dev.wasmscope.wasm.lang.Navigation;
import dev.wasmscope.wasm.lang.Outline;
import dev.wasmscope.wasm.lang.Rename;
import dev.wasmscope.wasm.lang.SemanticTokens;
import dev.wasmscope.wasm.lang.WatDocument;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.script.Command;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.script.Script;
import dev.wasmscope.wasm.script.WastScript;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.source.Snippet;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.text.WatPrinter;
import java.util.Arrays;
import java.util.List;

/** What is done with a text of whatever content. */
final class TextTrial {

  private TextTrial() {}

  /** A script: taken apart, and its modules judged. */
  static void script(byte[] source) {
    Script script = WastScript.parse(source);
    show(source, script.diagnostics());
    commands(script.commands());
  }

  private static void commands(List<Command> commands) {
    for (Command command : commands) {
      switch (command) {
        case Command.Module(_, _, var module) -> module(module);
        case Command.ModuleDefinition(_, _, var module) -> module(module);
        case Command.AssertInvalid(_, var module, _) -> module(module);
        case Command.AssertMalformed(_, var module, _) -> module(module);
        case Command.Thread(_, _, _, var inner) -> commands(inner);
        default -> {}
      }
    }
  }

  private static void module(ModuleSource source) {
    SuiteCase judged = SuiteCase.of(source, FeatureSet.ALL);
    boolean isText = !(source instanceof ModuleSource.Binary);
    if (isText && judged.error().isEmpty()) {
      roundTrip(judged.module().orElseThrow());
    }
  }

  /** A module's text: parsed, validated, printed again; and shown in an editor. */
  static void text(byte[] source) {
    WatDocument document = WatDocument.of(source, FeatureSet.ALL);
    show(source, document.diagnostics());
    if (document.diagnostics().isEmpty()) {
      roundTrip(document.parsed().module());
    }
    edit(document, source);
  }

  private static void show(byte[] source, List<Diagnostic> diagnostics) {
    LineIndex lines = LineIndex.of(source);
    diagnostics.stream().limit(3).forEach(d -> Snippet.of(source, lines, d.span()));
  }

  private static void edit(WatDocument document, byte[] source) {
    SemanticTokens.of(document);
    FoldingRanges.of(source);
    Outline.of(document);
    InlayHints.of(document, 0, 200);
    int at = Math.floorMod(Arrays.hashCode(source), source.length + 1);
    Completion.at(document, at);
    Hover.at(document, at);
    Navigation.definition(document, at);
    Navigation.references(document, at);
    Rename.edits(document, at, "renamed");
    BodyStyle.rewrite(document, at, at % 2 == 0);
    if (document.parsed().diagnostics().isEmpty()) {
      format(document.parsed().module(), source);
    }
  }

  private static void format(Module module, byte[] source) {
    byte[] formatted = Formatter.format(source);
    if (!Arrays.equals(formatted, Formatter.format(formatted))) {
      throw new IllegalStateException("formatting again changes the text");
    }
    ParsedModule again = WatParser.parse(formatted, FeatureSet.ALL);
    if (!again.diagnostics().isEmpty() || !again.module().equals(module)) {
      throw new IllegalStateException("formatting changes the module " + again.diagnostics());
    }
  }

  private static void roundTrip(Module module) {
    byte[] binary = BinaryWriter.writeWithNames(module);
    Module read = BinaryReader.read(binary, FeatureSet.ALL).module();
    for (PrintOptions options : List.of(PrintOptions.FLAT, PrintOptions.FOLDED)) {
      var again = WatParser.parse(WatPrinter.print(read, options).text(), FeatureSet.ALL);
      if (!Arrays.equals(binary, BinaryWriter.writeWithNames(again.module()))) {
        throw new IllegalStateException(
            "the printed text gives other bytes " + again.diagnostics());
      }
    }
  }
}
