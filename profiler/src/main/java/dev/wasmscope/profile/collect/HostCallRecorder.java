package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostCallListener;
import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.Marker;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ThreadBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Records when each host call of a thread began and ended, and what it gave back. */
final class HostCallRecorder implements Collector, HostCallListener {
  private static final int MOST_MARKERS = 100_000;

  private final WasmThread thread;
  private final RunClock clock;
  private final List<Double> open = new ArrayList<>();
  private final List<Marker> markers = new ArrayList<>();
  private long calls;

  HostCallRecorder(WasmThread thread, RunClock clock) {
    this.thread = thread;
    this.clock = clock;
  }

  @Override
  public void start() {
    thread.store().hostCalls().addListener(this);
  }

  @Override
  public synchronized void before(HostCall call) {
    if (call.executor().equals(thread)) {
      open.add(clock.now());
    }
  }

  @Override
  public void after(HostCall call) {
    ended(call, call.function().type().results().size() == 1 ? "result" : "", result(call));
  }

  private static String result(HostCall call) {
    return call.function().type().results().size() == 1 ? call.results().getFirst().toString() : "";
  }

  @Override
  public void failed(HostCall call, RuntimeException failure) {
    ended(call, "ended by", failure.getClass().getSimpleName());
  }

  private synchronized void ended(HostCall call, String key, String value) {
    if (!call.executor().equals(thread) || open.isEmpty()) {
      return;
    }
    double start = open.removeLast();
    calls++;
    if (markers.size() < MOST_MARKERS) {
      SequencedMap<String, String> data = new LinkedHashMap<>();
      if (!key.isEmpty()) {
        data.put(key, value);
      }
      markers.add(
          new Marker(Marker.Kind.HOST_CALL, call.function().name(), start, clock.now(), data));
    }
  }

  @Override
  public void stop() {
    thread.store().hostCalls().removeListener(this);
  }

  @Override
  public void addTo(ProfileBuilder profile) {}

  /** Gives the calls to a thread of the profile. */
  synchronized void addMarkersTo(ThreadBuilder profileThread) {
    markers.forEach(profileThread::marker);
  }

  @Override
  public synchronized List<Fact> facts() {
    String first = calls > MOST_MARKERS ? ", of which the first " + MOST_MARKERS + " are kept" : "";
    return List.of(new Fact("Host calls", calls + first));
  }
}
