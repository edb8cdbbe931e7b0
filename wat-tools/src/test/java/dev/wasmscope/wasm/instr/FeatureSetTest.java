package dev.wasmscope.wasm.instr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSetTest {

  @Test
  void differencesFromTheDefaultAreWrittenAndRead() {
    FeatureSet set = FeatureSet.DEFAULT.with(Feature.STRINGREF).without(Feature.GC);
    assertEquals(List.of("-gc", "+stringref"), set.differences());
    assertEquals(set, FeatureSet.ofDifferences(set.differences()));
    assertEquals(List.of(), FeatureSet.DEFAULT.differences());
    assertEquals(FeatureSet.ALL, FeatureSet.ofDifferences(FeatureSet.ALL.differences()));
  }

  @Test
  void whatMeansNothingIsLeftOut() {
    assertEquals(
        FeatureSet.DEFAULT, FeatureSet.ofDifferences(List.of("", "+", "+tachyons", "stringref")));
    assertEquals(FeatureSet.DEFAULT, FeatureSet.ofDifferences(List.of("-mvp")), "always there");
  }
}
