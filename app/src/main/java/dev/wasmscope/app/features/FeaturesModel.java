package dev.wasmscope.app.features;

import dev.wasmscope.wasm.inspect.FeatureNeed;
import dev.wasmscope.wasm.inspect.FeatureReport;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Standard;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The features of a file while they are chosen. */
public final class FeaturesModel {
  private final Map<Feature, BooleanProperty> chosen = new EnumMap<>(Feature.class);
  private final Optional<FeatureReport> needs;

  /**
   * A model that starts from {@code before}.
   *
   * @param needs what the module needs, if that is known
   */
  public FeaturesModel(FeatureSet before, Optional<FeatureReport> needs) {
    this.needs = needs;
    for (Feature feature : Feature.values()) {
      chosen.put(feature, new SimpleBooleanProperty(before.has(feature)));
    }
  }

  /** The features that came with {@code standard}, but for what was always there. */
  public static List<Feature> of(Standard standard) {
    return Arrays.stream(Feature.values())
        .filter(f -> f != Feature.MVP && f.since() == standard)
        .toList();
  }

  /** Whether {@code feature} is on. */
  public BooleanProperty chosen(Feature feature) {
    return chosen.get(feature);
  }

  /** What asks for {@code feature} in the module. */
  public Optional<FeatureNeed> need(Feature feature) {
    return needs.stream()
        .flatMap(report -> report.needs().stream())
        .filter(need -> need.feature() == feature)
        .findFirst();
  }

  /** Chooses the default. */
  public void reset() {
    chosen.forEach((feature, on) -> on.set(FeatureSet.DEFAULT.has(feature)));
  }

  /** The features as chosen. */
  public FeatureSet result() {
    FeatureSet result = FeatureSet.DEFAULT;
    for (Map.Entry<Feature, BooleanProperty> entry : chosen.entrySet()) {
      result =
          entry.getValue().get() ? result.with(entry.getKey()) : result.without(entry.getKey());
    }
    return result;
  }
}
