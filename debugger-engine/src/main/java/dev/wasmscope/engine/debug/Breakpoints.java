package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.runtime.WasmFunction;
import java.util.function.ObjIntConsumer;

/** Where the programs of a session stop. */
public final class Breakpoints implements AutoCloseable {

  private final Probes probes;
  private Attachment runTo;

  /** No breakpoints yet. */
  public Breakpoints(Probes probes) {
    this.probes = probes;
  }

  synchronized void runTo(WasmFunction function, int offset) {
    forgetRunTo();
    runTo = probes.attach(function, ProbePoint.at(offset), Breakpoints::arrived);
  }

  private static void arrived(FrameView frame) {
    frame.thread().stopHere(new StopReason.Arrived());
  }

  synchronized void forgetRunTo() {
    if (runTo != null) {
      runTo.detach();
      runTo = null;
    }
  }

  void onLog(ObjIntConsumer<String> listener) {}

  @Override
  public synchronized void close() {
    forgetRunTo();
  }
}
