package dev.wasmscope.engine;

import dev.wasmscope.engine.jit.JitReport;
import dev.wasmscope.engine.tier.Departure;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an engine has done so far.
 *
 * @param compiled what was compiled
 * @param departures how often compiled code was left for the interpreter, and why
 */
public record EngineReport(JitReport compiled, Map<Departure, Long> departures) {

  public EngineReport {
    departures = new EnumMap<>(departures);
  }
}
