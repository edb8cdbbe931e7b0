package dev.wasmscope.engine.script;

import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.tier.Gear;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.script.Script;
import dev.wasmscope.wasm.script.WastScript;
import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.LineIndex;
import java.util.function.Consumer;

/** Runs scripts, each in a store of its own. */
public final class ScriptRunner {

  private final GearFactory gears;
  private final Consumer<Probes> instrumentation;
  private final Exclusions exclusions;

  /**
   * A runner on {@code gears}.
   *
   * @param instrumentation attaches probes to all that a script is going to run
   * @param exclusions assertions that are not to hold
   */
  public ScriptRunner(GearFactory gears, Consumer<Probes> instrumentation, Exclusions exclusions) {
    this.gears = gears;
    this.instrumentation = instrumentation;
    this.exclusions = exclusions;
  }

  /** Runs a script from its text; {@code file} names it in failures and exclusions. */
  public ScriptReport run(String file, byte[] source, FeatureSet features) {
    LineIndex lines = LineIndex.of(source);
    Script script = WastScript.parse(source);
    Store store = new Store(StoreLimits.DEFAULT);
    Probes probes = new Probes();
    instrumentation.accept(probes);
    Gear gear = gears.make(store, probes);
    Tally tally = new Tally(file, lines, exclusions);
    for (Diagnostic diagnostic : script.diagnostics()) {
      tally.failed(diagnostic.span(), diagnostic.message());
    }
    new ScriptThread(store, gear, features, tally).run(script.commands());
    return tally.report();
  }
}
