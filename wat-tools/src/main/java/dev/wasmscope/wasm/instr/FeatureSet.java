package dev.wasmscope.wasm.instr;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The features that a module may use. Immutable. */
public final class FeatureSet {

  /** WebAssembly 3.0, threads, and the exceptions that toolchains emitted before 3.0. */
  public static final FeatureSet DEFAULT =
      new FeatureSet(
          EnumSet.complementOf(
              EnumSet.of(Feature.CUSTOM_PAGE_SIZES, Feature.WIDE_ARITHMETIC, Feature.STRINGREF)));

  /** Everything that this program knows. */
  public static final FeatureSet ALL = new FeatureSet(EnumSet.allOf(Feature.class));

  private final EnumSet<Feature> features;

  private FeatureSet(Set<Feature> features) {
    this.features = EnumSet.copyOf(features);
  }

  /** Whether {@code feature} may be used. */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** This set and {@code feature}. */
  public FeatureSet with(Feature feature) {
    var more = EnumSet.copyOf(features);
    more.add(feature);
    return new FeatureSet(more);
  }

  /** This set but {@code feature}; the first standard cannot be taken away. */
  public FeatureSet without(Feature feature) {
    var fewer = EnumSet.copyOf(features);
    fewer.remove(feature);
    fewer.add(Feature.MVP);
    return new FeatureSet(fewer);
  }

  /** How this set differs from the default: {@code +stringref}, {@code -threads}. */
  public List<String> differences() {
    List<String> differences = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      if (has(feature) != DEFAULT.has(feature)) {
        differences.add((has(feature) ? "+" : "-") + feature.id());
      }
    }
    return differences;
  }

  /** The set with these {@link #differences}; those that mean nothing are left out. */
  public static FeatureSet ofDifferences(List<String> differences) {
    FeatureSet set = DEFAULT;
    for (String difference : differences) {
      boolean on = difference.startsWith("+");
      Optional<Feature> feature =
          difference.isEmpty() ? Optional.empty() : Feature.of(difference.substring(1));
      if (feature.isPresent()) {
        set = on ? set.with(feature.get()) : set.without(feature.get());
      }
    }
    return set;
  }

  /** The features, as a copy. */
  public Set<Feature> asSet() {
    return EnumSet.copyOf(features);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureSet set && features.equals(set.features);
  }

  @Override
  public int hashCode() {
    return features.hashCode();
  }

  @Override
  public String toString() {
    return features.toString();
  }
}
