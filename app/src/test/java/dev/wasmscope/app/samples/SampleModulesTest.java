package dev.wasmscope.app.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.fuzz.Shortest;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.text.WatPrinter;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples as documents: nothing runs. */
class SampleModulesTest {
  private static final FeatureSet FEATURES = FeatureSet.DEFAULT;

  static List<Sample> samples() {
    return SampleIndex.load().samples();
  }

  static List<Sample> compiled() {
    return samples().stream().filter(sample -> sample.kind() != Sample.Kind.WAT).toList();
  }

  private static BinaryModule read(byte[] file) {
    return BinaryReader.read(file, FEATURES);
  }

  private static ParsedModule parse(ByteSlice text) {
    ParsedModule parsed = WatParser.parse(text, FEATURES);
    assertEquals(List.of(), parsed.diagnostics());
    return parsed;
  }

  /** The sample in the binary format, with names. */
  private static byte[] binary(Sample sample) {
    byte[] file = SampleIndex.bytes(sample.module());
    return sample.kind() == Sample.Kind.WAT
        ? BinaryWriter.writeWithNames(parse(ByteSlice.of(file)).module())
        : file;
  }

  @Test
  void featuresAreKnownByTheirNames() {
    for (Sample sample : samples()) {
      for (String feature : sample.features()) {
        assertTrue(Feature.of(feature).isPresent(), sample.name() + " needs " + feature);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsReadWithoutWarningAndValid(Sample sample) {
    BinaryModule module = read(binary(sample));
    assertEquals(List.of(), module.warnings());
    assertEquals(List.of(), ModuleValidator.validate(module.module(), FEATURES, module.spans()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writingAndReadingAgainChangesNothing(Sample sample) {
    byte[] written = BinaryWriter.write(read(binary(sample)).module());
    assertArrayEquals(written, BinaryWriter.write(read(written).module()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void printingAndParsingAgainChangesNothing(Sample sample) {
    Module module = read(binary(sample)).module();
    for (PrintOptions options : List.of(PrintOptions.FLAT, PrintOptions.FOLDED)) {
      Module parsed = parse(WatPrinter.print(module, options).text()).module();
      assertEquals(Shortest.of(module), Shortest.of(parsed));
      byte[] assembled = BinaryWriter.writeWithNames(parsed);
      ByteSlice again = WatPrinter.print(read(assembled).module(), options).text();
      assertArrayEquals(assembled, BinaryWriter.writeWithNames(parse(again).module()));
    }
  }

  @ParameterizedTest
  @MethodSource("compiled")
  void functionsOnTheStackOfATrapHaveTheirNames(Sample sample) {
    Names names = read(SampleIndex.bytes(sample.module())).module().names();
    for (SampleCommand command : sample.commands()) {
      for (String function : command.stack()) {
        assertTrue(
            names.indexOf(Names.Space.FUNCTION, function).isPresent(),
            sample.name() + " has no function " + function);
      }
    }
  }
}
