package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.Optional;

/** The words of the Firefox Profiler's format that reading and writing share. */
final class FirefoxNames {
  /** A column of our own in the function table: the index in the WebAssembly module. */
  static final String WASM_FUNCTION = "wasmFunction";

  /** A member of our own beside the weights, for units the format does not know. */
  static final String WEIGHT_UNIT = "wasmscopeWeightUnit";

  /** A member of our own: the interval when it is 0, which the format does not know. */
  static final String INTERVAL = "wasmscopeInterval";

  /** A member of our own at the top: texts of files by name. */
  static final String SOURCES = "wasmscopeSources";

  /** The category of counters whose points are differences. */
  static final String MEMORY = "Memory";

  private FirefoxNames() {}

  /** The format's nearest {@code weightType}. */
  static String weightType(WeightUnit unit) {
    return switch (unit) {
      case SAMPLES, INSTRUCTIONS, CALLS -> "samples";
      case CPU_TIME_NS -> "tracing-ms";
      case BYTES -> "bytes";
    };
  }

  /** The unit of a {@code weightType}; empty when it is not one of the format. */
  static Optional<WeightUnit> unit(String weightType) {
    return switch (weightType) {
      case "samples" -> Optional.of(WeightUnit.SAMPLES);
      case "tracing-ms" -> Optional.of(WeightUnit.CPU_TIME_NS);
      case "bytes" -> Optional.of(WeightUnit.BYTES);
      default -> Optional.empty();
    };
  }

  /** What a weight is multiplied with to become a number of {@code unit}. */
  static double scale(WeightUnit unit) {
    return unit == WeightUnit.CPU_TIME_NS ? 1e6 : 1;
  }

  /** The format's colour of a category; grey marks the default one, of which there must be one. */
  static String colour(Category category) {
    return switch (category) {
      case WASM -> "purple";
      case HOST -> "orange";
      case GC -> "green";
      case BLOCKED -> "lightblue";
      case OTHER -> "grey";
    };
  }
}
