package dev.wasmscope.engine.jit;

import java.time.Duration;
import java.util.Map;

/**
 * What has been compiled so far.
 *
 * @param functions compiled as a whole
 * @param loops compiled on their own, to be entered while they run
 * @param split functions and loops that were too large for one Java method
 * @param parts of these functions the number of methods that they are in, by their names
 * @param discarded functions whose code was given up, for their probes have changed
 * @param cooled how often code was given up until HotSpot had optimised it again
 * @param refused functions left to the interpreter, by the reason
 * @param bytes of the Java classes
 * @param time that making them took, without what HotSpot makes of them
 */
public record JitReport(
    int functions,
    int loops,
    int split,
    Map<String, Integer> parts,
    int discarded,
    int cooled,
    Map<String, Integer> refused,
    long bytes,
    Duration time) {

  public JitReport {
    parts = Map.copyOf(parts);
    refused = Map.copyOf(refused);
  }
}
