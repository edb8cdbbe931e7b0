package dev.wasmscope.profile.model;

import java.util.List;

/**
 * What was recorded of one thread.
 *
 * @param name name shown
 * @param samples its samples, in order of time
 * @param markers its markers, in order of their start
 */
public record ProfileThread(String name, Samples samples, List<Marker> markers) {

  /** Takes an immutable copy. */
  public ProfileThread {
    name = WellFormed.text(name);
    markers = List.copyOf(markers);
  }
}
