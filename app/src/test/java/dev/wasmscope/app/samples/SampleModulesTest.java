package dev.wasmscope.app.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.text.WatParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples as documents: nothing runs. */
class SampleModulesTest {
  private final List<Sample> samples = SampleIndex.load().samples();

  private List<Sample> compiled() {
    return samples.stream().filter(sample -> sample.kind() != Sample.Kind.WAT).toList();
  }

  private static BinaryModule read(byte[] file) {
    return BinaryReader.read(file, FeatureSet.DEFAULT);
  }

  @Test
  void featuresAreKnownByTheirNames() {
    for (Sample sample : samples) {
      for (String feature : sample.features()) {
        assertTrue(Feature.of(feature).isPresent(), sample.name() + " needs " + feature);
      }
    }
  }

  @Test
  void compiledModulesAreReadWithoutWarning() {
    for (Sample sample : compiled()) {
      assertEquals(List.of(), read(SampleIndex.bytes(sample.module())).warnings(), sample.name());
    }
  }

  @Test
  void writingAndReadingAgainChangesNothing() {
    for (Sample sample : compiled()) {
      byte[] written = BinaryWriter.write(read(SampleIndex.bytes(sample.module())).module());
      assertArrayEquals(written, BinaryWriter.write(read(written).module()), sample.name());
    }
  }

  @Test
  void functionsOnTheStackOfATrapHaveTheirNames() {
    for (Sample sample : compiled()) {
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

  @Test
  void textsAssembleToTheSameModuleThatIsReadAgain() {
    for (Sample sample : samples) {
      if (sample.kind() == Sample.Kind.WAT) {
        byte[] text = SampleIndex.bytes(sample.source());
        byte[] written =
            BinaryWriter.writeWithNames(WatParser.parse(text, FeatureSet.DEFAULT).module());
        assertArrayEquals(
            written, BinaryWriter.writeWithNames(read(written).module()), sample.name());
      }
    }
  }
}
