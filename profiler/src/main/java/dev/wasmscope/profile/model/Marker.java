package dev.wasmscope.profile.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Something that happened at a time or over a span of time: a host call, a memory growth.
 *
 * @param kind what sort of event it is
 * @param name name shown, for a host call its {@code module.function}
 * @param start milliseconds from the start of the profile
 * @param end milliseconds from the start of the profile, not before {@code start}
 * @param data further properties, in order
 */
public record Marker(
    Kind kind, String name, double start, double end, SequencedMap<String, String> data) {

  /** The sorts of events. */
  public enum Kind {
    /** A call from WebAssembly to its host. */
    HOST_CALL("HostCall"),
    /** A memory has grown, or has failed to. */
    MEMORY_GROWTH("MemoryGrowth"),
    /** Anything else. */
    OTHER("Other");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name written to files. */
    public String label() {
      return label;
    }

    /** The kind of that label; {@link #OTHER} when there is none. */
    public static Kind labelled(String label) {
      for (Kind kind : values()) {
        if (kind.label.equals(label)) {
          return kind;
        }
      }
      return OTHER;
    }
  }

  /** Takes a copy of the data and keeps text well-formed. */
  public Marker {
    name = WellFormed.text(name);
    end = Math.max(start, end);
    SequencedMap<String, String> copy = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : data.entrySet()) {
      copy.put(WellFormed.text(entry.getKey()), WellFormed.text(entry.getValue()));
    }
    data = Collections.unmodifiableSequencedMap(copy);
  }

  /** Milliseconds it took. */
  public double duration() {
    return end - start;
  }
}
