package dev.wasmscope.engine.script;

import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.tier.Gear;

/** Makes the gear that a script runs on; each script has a store of its own. */
@FunctionalInterface
public interface GearFactory {

  /** A gear for {@code store}. */
  Gear make(Store store, Probes probes);
}
