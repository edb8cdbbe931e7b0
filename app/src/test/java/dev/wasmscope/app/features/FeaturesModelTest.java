package dev.wasmscope.app.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.wasm.inspect.FeatureReport;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Standard;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeaturesModelTest {
  @Test
  void whatIsChosenComesOutAndCanBeReset() {
    FeatureSet before = FeatureSet.DEFAULT.with(Feature.STRINGREF);
    FeaturesModel model = new FeaturesModel(before, Optional.empty());
    assertEquals(before, model.result());
    model.chosen(Feature.THREADS).set(false);
    assertEquals(List.of("-threads", "+stringref"), model.result().differences());
    model.reset();
    assertEquals(FeatureSet.DEFAULT, model.result());
  }

  @Test
  void everyFeatureStandsBelowItsStandard() {
    long shown = Arrays.stream(Standard.values()).mapToLong(s -> FeaturesModel.of(s).size()).sum();
    assertEquals(Feature.values().length - 1, shown, "all but what was always there");
    assertTrue(FeaturesModel.of(Standard.PROPOSAL).contains(Feature.STRINGREF));
  }

  @Test
  void whatTheModuleNeedsIsKnown() {
    String text = "(module (memory 1 1 shared))";
    FeatureReport report =
        FeatureReport.of(
            WatParser.parse(text.getBytes(StandardCharsets.UTF_8), FeatureSet.DEFAULT).module());
    FeaturesModel model = new FeaturesModel(FeatureSet.DEFAULT, Optional.of(report));
    assertTrue(model.need(Feature.THREADS).isPresent());
    assertFalse(model.need(Feature.GC).isPresent());
  }
}
