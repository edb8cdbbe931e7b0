package dev.wasmscope.wasm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.fuzz.Shortest;
import dev.wasmscope.wasm.Testsuite;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.script.Command;
import dev.wasmscope.wasm.script.ModuleSource;
import dev.wasmscope.wasm.script.WastScript;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.LineIndex;
import dev.wasmscope.wasm.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The text format over every script of the official suite. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SuiteTextTest {

  /** Assertions of the threads proposal that contradict the standard 3.0, by file and line. */
  private static final Set<String> CONTRADICTING =
      Set.of(
          "proposals/threads/memory.wast:84",
          "proposals/threads/memory.wast:88",
          "proposals/threads/memory.wast:92");

  @Test
  void everyScriptParses() {
    for (Path script : Testsuite.scripts()) {
      assertEquals(
          List.of(),
          WastScript.parse(Testsuite.read(script)).diagnostics(),
          Testsuite.name(script));
    }
  }

  @Test
  void everyMalformedTextIsRefusedInTheSpecificationsWords() {
    List<String> wrong = new ArrayList<>();
    for (Path script : Testsuite.scripts()) {
      byte[] bytes = Testsuite.read(script);
      LineIndex lines = LineIndex.of(bytes);
      for (Command command : Testsuite.commands(bytes)) {
        switch (command) {
          case Command.AssertMalformed(_, var module, var message) ->
              check(script, lines, module, message, wrong);
          case Command.AssertMalformedCustom(_, var module, var message) ->
              check(script, lines, module, message, wrong);
          case Command.AssertInvalidCustom(_, var module, var message) ->
              check(script, lines, module, message, wrong);
          default -> {}
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void check(
      Path script, LineIndex lines, ModuleSource module, String message, List<String> wrong) {
    String at = Testsuite.name(script) + ":" + lines.line(module.span().start());
    if (module instanceof ModuleSource.Binary || CONTRADICTING.contains(at)) {
      return;
    }
    String found =
        parse(module).diagnostics().stream().map(Diagnostic::message).findFirst().orElse("");
    if (!found.startsWith(message)) {
      wrong.add(at + " expected " + message + ", found " + found);
    }
  }

  private static ParsedModule parse(ModuleSource module) {
    return switch (module) {
      case ModuleSource.Text(_, var text) -> WatParser.parse(text, FeatureSet.ALL);
      case ModuleSource.Quoted(_, var text) -> WatParser.parse(text, FeatureSet.ALL);
      case ModuleSource.Binary _ -> throw new IllegalArgumentException("a binary");
    };
  }

  @Test
  void textAndBinaryAreAFixPoint() {
    for (Path script : Testsuite.scripts()) {
      byte[] bytes = Testsuite.read(script);
      LineIndex lines = LineIndex.of(bytes);
      for (ModuleSource module : Testsuite.wellFormed(bytes)) {
        if (!(module instanceof ModuleSource.Binary)) {
          String at = Testsuite.name(script) + ":" + lines.line(module.span().start());
          ParsedModule parsed = parse(module);
          assertEquals(List.of(), parsed.diagnostics(), at);
          fixPoint(parsed.module(), at);
        }
      }
    }
  }

  /** A binary may be longer than its text can tell; nothing else may get lost. */
  @Test
  void binariesAreTheSameAfterGoingThroughText() {
    int seen = 0;
    for (Path script : Testsuite.scripts()) {
      for (ModuleSource module : Testsuite.wellFormed(Testsuite.read(script))) {
        if (module instanceof ModuleSource.Binary(_, var bytes)) {
          seen++;
          Module read = BinaryReader.read(bytes.toBytes(), FeatureSet.ALL).module();
          String at = Testsuite.name(script) + " " + bytes;
          for (PrintOptions options : List.of(PrintOptions.FLAT, PrintOptions.FOLDED)) {
            ParsedModule again =
                WatParser.parse(WatPrinter.print(read, options).text(), FeatureSet.ALL);
            assertEquals(List.of(), again.diagnostics(), at);
            assertEquals(Shortest.of(read), Shortest.of(again.module()), at);
            fixPoint(again.module(), at);
          }
        }
      }
    }
    assertTrue(seen > 100, "only " + seen + " binary modules");
  }

  private static void fixPoint(Module module, String at) {
    byte[] binary = BinaryWriter.writeWithNames(module);
    Module read = BinaryReader.read(binary, FeatureSet.ALL).module();
    for (PrintOptions options : List.of(PrintOptions.FLAT, PrintOptions.FOLDED)) {
      PrintedModule printed = WatPrinter.print(read, options);
      ParsedModule again = WatParser.parse(printed.text(), FeatureSet.ALL);
      assertEquals(List.of(), again.diagnostics(), at);
      assertEquals(
          ByteSlice.of(binary), ByteSlice.of(BinaryWriter.writeWithNames(again.module())), at);
      sameMap(printed.map(), again.map(), IndexSpaces.of(read).functions().size(), at);
    }
  }

  /** The printer and the parser agree on where every instruction stands, both ways. */
  private static void sameMap(TextMap printed, TextMap parsed, int functions, String at) {
    for (int function = 0; function < functions; function++) {
      assertEquals(printed.places(function), parsed.places(function), at);
      for (Place place : printed.places(function)) {
        Span span = printed.of(place);
        assertEquals(span, parsed.of(place), at);
        assertEquals(Optional.of(place), parsed.placeAt(span.start()), at);
      }
    }
  }
}
