package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.wasm.module.Place;
import java.util.List;

/**
 * A breakpoint and what has become of it in a program.
 *
 * @param places where it was set; empty for events and data
 * @param problem why it cannot be set, or an empty string
 * @param hits how often it was reached with its condition true
 */
public record BreakpointStatus(
    Breakpoint breakpoint, List<Place> places, String problem, long hits) {

  public BreakpointStatus {
    places = List.copyOf(places);
  }

  /** Whether the program can stop at it. */
  public boolean isSet() {
    return problem.isEmpty();
  }
}
