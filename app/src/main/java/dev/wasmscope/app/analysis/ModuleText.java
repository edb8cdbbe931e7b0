package dev.wasmscope.app.analysis;

import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.PrintedModule;
import dev.wasmscope.wasm.text.TextMap;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.text.WatPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/**
 * A module and the text it was written as or printed to; leads from code to characters and back.
 *
 * @param module what the text means
 * @param map between its code and the bytes of the text
 * @param offsets between the bytes and the characters of the text
 */
public record ModuleText(Module module, TextMap map, TextOffsets offsets) {
  /** A module and its text; a binary one is printed. */
  public static ModuleText of(LoadedModule loaded) {
    if (loaded.text().isPresent()) {
      String text = new String(loaded.input(), StandardCharsets.UTF_8);
      return new ModuleText(loaded.module(), loaded.text().get(), TextOffsets.of(text));
    }
    PrintedModule printed = WatPrinter.print(loaded.module(), PrintOptions.FLAT);
    return new ModuleText(loaded.module(), printed.map(), TextOffsets.of(text(printed)));
  }

  /** What of {@code text} can be understood, right or wrong. */
  public static ModuleText parse(String text) {
    ParsedModule parsed = WatParser.parse(TextOffsets.bytes(text), FeatureSet.ALL);
    return new ModuleText(parsed.module(), parsed.map(), TextOffsets.of(text));
  }

  /**
   * The text of the binary module in {@code bytes}, valid or not.
   *
   * @throws IOException with a sentence when they are no module
   */
  public static String print(ByteSlice bytes) throws IOException {
    try {
      BinaryModule read = BinaryReader.read(bytes.toBytes(), FeatureSet.ALL);
      return text(WatPrinter.print(read.module(), PrintOptions.FLAT));
    } catch (DiagnosticException bad) {
      throw new IOException(bad.getMessage(), bad);
    }
  }

  private static String text(PrintedModule printed) {
    ByteSlice bytes = printed.text();
    return new String(bytes.array(), bytes.offset(), bytes.length(), StandardCharsets.UTF_8);
  }

  /** The characters of the instruction at {@code place}. */
  public Optional<Span> charactersOf(Place place) {
    return map.find(place)
        .map(span -> new Span(offsets.toChar(span.start()), offsets.toChar(span.end())));
  }

  /** The instruction of {@code line}, from 0, that is executed first. */
  public Optional<Place> placeOfLine(int line) {
    return map.placesOfLine(line + 1).stream().min(Comparator.naturalOrder());
  }
}
