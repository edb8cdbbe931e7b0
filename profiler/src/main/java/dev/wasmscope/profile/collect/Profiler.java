package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.ThreadBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recording of one thread of WebAssembly. Start it before the program runs (or while it runs),
 * {@link #stop} it when the program has ended or is paused; either way nothing of it stays in the
 * engine.
 */
public final class Profiler implements AutoCloseable {
  private final WasmThread thread;
  private final ProfilerOptions options;
  private final RunClock clock = new RunClock();
  private final List<Collector> collectors = new ArrayList<>();
  private final Optional<WallClockSampler> sampler;
  private final Optional<HostCallRecorder> hostCalls;
  private final Optional<MemoryRecorder> memory;
  private boolean running;

  private Profiler(Probes probes, WasmThread thread, ProfilerOptions options) {
    this.thread = thread;
    this.options = options;
    EngineNames names = new EngineNames(options);
    sampler =
        options.metrics().contains(Metric.SAMPLES)
            ? Optional.of(new WallClockSampler(thread, options, names, clock))
            : Optional.empty();
    sampler.ifPresent(collectors::add);
    if (options.metrics().contains(Metric.INSTRUCTIONS)) {
      collectors.add(new InstructionCounter(probes, thread, names));
    }
    if (options.metrics().contains(Metric.CALLS)) {
      collectors.add(new CallCounter(probes, thread, names));
    }
    hostCalls =
        options.metrics().contains(Metric.HOST_CALLS)
            ? Optional.of(new HostCallRecorder(thread, clock))
            : Optional.empty();
    memory =
        options.metrics().contains(Metric.MEMORY)
            ? Optional.of(new MemoryRecorder(probes, thread.store(), clock))
            : Optional.empty();
    hostCalls.ifPresent(collectors::add);
    memory.ifPresent(collectors::add);
  }

  /**
   * Begins to record.
   *
   * @param probes the probes of the gear that runs {@code thread}
   * @param thread the thread to record
   */
  public static Profiler start(Probes probes, WasmThread thread, ProfilerOptions options) {
    Profiler profiler = new Profiler(probes, thread, options);
    profiler.running = true;
    profiler.collectors.forEach(Collector::start);
    return profiler;
  }

  /** How many samples have been taken so far; 0 when none are to be. */
  public int sampleCount() {
    return sampler.map(WallClockSampler::sampleCount).orElse(0);
  }

  /** Ends the recording and gives the profile; the program must have ended or be paused. */
  public Profile stop() {
    close();
    List<Fact> facts = new ArrayList<>(options.facts());
    collectors.forEach(collector -> facts.addAll(collector.facts()));
    double interval = sampler.isPresent() ? options.interval().toNanos() / 1e6 : 0;
    ProfileBuilder builder =
        new ProfileBuilder(new ProfileMeta(options.product(), interval, clock.start(), facts));
    collectors.forEach(collector -> collector.addTo(builder));
    if (!options.text().isEmpty()) {
      builder.source(options.lines().file(), options.text());
    }
    ThreadBuilder first =
        builder.firstThread().orElseGet(() -> builder.thread(thread.name(), WeightUnit.SAMPLES));
    hostCalls.ifPresent(recorder -> recorder.addMarkersTo(first));
    memory.ifPresent(recorder -> recorder.addMarkersTo(first));
    return builder.build();
  }

  /** Ends the recording without a profile. */
  @Override
  public void close() {
    if (running) {
      running = false;
      collectors.forEach(Collector::stop);
    }
  }
}
