package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostCallListener;
import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.List;

/** Counts every call of a function, the host's too, by call path; reproducible to the last one. */
final class CallCounter implements Collector, HostCallListener {
  private final Probes probes;
  private final WasmThread thread;
  private final EngineNames names;
  private final PathTracker tracker = new PathTracker();
  private Attachment attachment;

  CallCounter(Probes probes, WasmThread thread, EngineNames names) {
    this.probes = probes;
    this.thread = thread;
    this.names = names;
  }

  @Override
  public void start() {
    attachment = probes.attachEverywhere(ProbePoint.ENTRY, this::count);
    thread.store().hostCalls().addListener(this);
  }

  private void count(FrameView frame) {
    if (frame.thread().equals(thread)) {
      tracker.entered(frame).count++;
    }
  }

  @Override
  public void before(HostCall call) {
    if (call.executor().equals(thread)) {
      tracker.host(thread.top(), call.function()).count++;
    }
  }

  @Override
  public void stop() {
    attachment.detach();
    thread.store().hostCalls().removeListener(this);
  }

  @Override
  public void addTo(ProfileBuilder profile) {
    new CountedPaths(profile, profile.thread(thread.name() + " calls", WeightUnit.CALLS), names)
        .add(tracker.paths());
  }

  @Override
  public List<Fact> facts() {
    long sum = tracker.paths().stream().mapToLong(path -> path.count).sum();
    return List.of(new Fact("Functions called", Long.toString(sum)));
  }
}
