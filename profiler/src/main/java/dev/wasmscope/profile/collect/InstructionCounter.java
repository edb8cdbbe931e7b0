package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.List;

/**
 * Counts every instruction that a thread executes, by call path and place. The counts follow from
 * the program and its input alone: two runs give the same, to the last one.
 */
final class InstructionCounter implements Collector {
  private static final long COUNTERS = 8L << 20;

  private final Probes probes;
  private final WasmThread thread;
  private final EngineNames names;
  private final PathTracker tracker = new PathTracker();
  private final PlaceBudget budget = new PlaceBudget(COUNTERS);
  private Attachment attachment;

  InstructionCounter(Probes probes, WasmThread thread, EngineNames names) {
    this.probes = probes;
    this.thread = thread;
    this.names = names;
  }

  @Override
  public void start() {
    attachment = probes.attachEverywhere(ProbePoint.EVERY_INSTRUCTION, this::count);
  }

  private void count(FrameView frame) {
    if (frame.thread().equals(thread)) {
      tracker.at(frame).countAt(frame.place().offset(), budget);
    }
  }

  @Override
  public void stop() {
    attachment.detach();
  }

  @Override
  public void addTo(ProfileBuilder profile) {
    new CountedPaths(profile, profile.thread(thread.name(), WeightUnit.INSTRUCTIONS), names)
        .add(tracker.paths());
  }

  @Override
  public List<Fact> facts() {
    long sum = tracker.paths().stream().mapToLong(path -> path.count).sum();
    return List.of(new Fact("Instructions executed", Long.toString(sum)));
  }
}
