package dev.wasmscope.engine.probe;

import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.Optional;

/** A probe where it is attached. */
public final class Attachment {

  private final Probes owner;
  private final WasmFunction function;
  private final ProbePoint point;
  private final Probe probe;

  Attachment(Probes owner, WasmFunction function, ProbePoint point, Probe probe) {
    this.owner = owner;
    this.function = function;
    this.point = point;
    this.probe = probe;
  }

  /** The function probed; empty means all functions. */
  public Optional<WasmFunction> function() {
    return Optional.ofNullable(function);
  }

  public ProbePoint point() {
    return point;
  }

  public Probe probe() {
    return probe;
  }

  /** Takes the probe away, also from loops that are running; a second time does nothing. */
  public void detach() {
    owner.detach(this);
  }
}
