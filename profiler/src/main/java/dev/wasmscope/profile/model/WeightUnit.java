package dev.wasmscope.profile.model;

import java.util.Locale;
import java.util.Optional;

/** What the weight of a sample counts. Weights are whole numbers of this unit. */
public enum WeightUnit {
  /** Times the sampler saw the stack. */
  SAMPLES("samples", "sample"),
  /** Nanoseconds of CPU or wall-clock time. */
  CPU_TIME_NS("nanoseconds", "ns"),
  /** WebAssembly instructions executed, exactly. */
  INSTRUCTIONS("instructions", "instruction"),
  /** Calls of the function, exactly. */
  CALLS("calls", "call"),
  /** Bytes: memory grown, or size of code. */
  BYTES("bytes", "byte");

  private final String label;
  private final String singular;

  WeightUnit(String label, String singular) {
    this.label = label;
    this.singular = singular;
  }

  /** The plural name shown to people and written to files. */
  public String label() {
    return label;
  }

  /** The name of one unit. */
  public String singular() {
    return singular;
  }

  /** The unit whose {@link #label} is given, whatever its case; empty when there is none. */
  public static Optional<WeightUnit> labelled(String label) {
    String wanted = label.toLowerCase(Locale.ROOT);
    for (WeightUnit unit : values()) {
      if (unit.label.equals(wanted)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
