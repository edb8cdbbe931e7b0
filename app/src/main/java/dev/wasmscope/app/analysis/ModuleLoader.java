package dev.wasmscope.app.analysis;

import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Spans;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Severity;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.PrintedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.text.WatPrinter;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Loads modules that are going to run: read or assembled, and valid. */
public final class ModuleLoader {
  private final FeatureSet features;

  /** A loader of modules that may use {@code features}. */
  public ModuleLoader(FeatureSet features) {
    this.features = features;
  }

  /**
   * Assembles and validates {@code text}.
   *
   * @throws DiagnosticException for the first error
   */
  public ModuleText ofText(String text) {
    ParsedModule parsed = WatParser.parse(TextOffsets.bytes(text), features);
    throwFirst(parsed.diagnostics());
    validate(parsed.module(), parsed.map());
    return new ModuleText(parsed.module(), parsed.map(), TextOffsets.of(text));
  }

  /** What of {@code text} can be understood, right or wrong. */
  public ModuleText parse(String text) {
    ParsedModule parsed = WatParser.parse(TextOffsets.bytes(text), features);
    return new ModuleText(parsed.module(), parsed.map(), TextOffsets.of(text));
  }

  /**
   * Reads and validates the module in {@code bytes}; its text is the printed one.
   *
   * @throws DiagnosticException for the first error
   */
  public ModuleText ofBinary(ByteSlice bytes) {
    BinaryModule read = BinaryReader.read(bytes.toBytes(), features);
    validate(read.module(), read.spans());
    PrintedModule printed = WatPrinter.print(read.module(), PrintOptions.FLAT);
    return new ModuleText(read.module(), printed.map(), TextOffsets.of(text(printed)));
  }

  private void validate(Module module, Spans spans) {
    throwFirst(ModuleValidator.validate(module, features, spans));
  }

  private static void throwFirst(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR) {
        throw new DiagnosticException(diagnostic);
      }
    }
  }

  private static String text(PrintedModule printed) {
    ByteSlice bytes = printed.text();
    return new String(bytes.array(), bytes.offset(), bytes.length(), StandardCharsets.UTF_8);
  }

  /**
   * The text of the binary module in {@code bytes}.
   *
   * @throws IOException with a sentence when they are no module
   */
  public String print(ByteSlice bytes) throws IOException {
    try {
      BinaryModule read = BinaryReader.read(bytes.toBytes(), features);
      return text(WatPrinter.print(read.module(), PrintOptions.FLAT));
    } catch (DiagnosticException bad) {
      throw new IOException(bad.getMessage(), bad);
    }
  }

  /**
   * The binary module that {@code text} assembles to, with its names.
   *
   * @throws DiagnosticException for the first error
   */
  public byte[] assemble(String text) {
    return BinaryWriter.writeWithNames(ofText(text).module());
  }
}
