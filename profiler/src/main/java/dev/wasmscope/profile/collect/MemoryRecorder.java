package dev.wasmscope.profile.collect;

import dev.wasmscope.engine.probe.ExecutionListener;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.InstanceListener;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.profile.model.CounterBuilder;
import dev.wasmscope.profile.model.Fact;
import dev.wasmscope.profile.model.Marker;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ThreadBuilder;
import dev.wasmscope.profile.model.WeightUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Records the size of every memory of a store over time, and each growth. */
final class MemoryRecorder implements Collector, ExecutionListener, InstanceListener {
  private static final int MOST_POINTS = 100_000;

  private record Point(double time, long bytes) {}

  /** What is known of a memory. */
  private static final class History {
    private final String name;
    private final List<Point> points = new ArrayList<>();
    private long largest;

    History(String name) {
      this.name = name;
    }

    void add(double time, long bytes) {
      largest = Math.max(largest, bytes);
      if (points.size() < MOST_POINTS) {
        points.add(new Point(time, bytes));
      }
    }
  }

  private final Probes probes;
  private final Store store;
  private final RunClock clock;
  private final Map<MemoryInstance, History> histories = new LinkedHashMap<>();
  private final List<Marker> growths = new ArrayList<>();
  private double end;

  MemoryRecorder(Probes probes, Store store, RunClock clock) {
    this.probes = probes;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void start() {
    store.addListener(this);
    store.instances().forEach(this::allocated);
    probes.addObserver(this);
  }

  @Override
  public synchronized void allocated(Instance instance) {
    for (MemoryInstance memory : instance.memories()) {
      if (memory != null) {
        history(memory);
      }
    }
  }

  private History history(MemoryInstance memory) {
    History known = histories.get(memory);
    if (known == null) {
      known = new History("memory " + histories.size());
      known.add(clock.now(), memory.byteSize());
      histories.put(memory, known);
    }
    return known;
  }

  @Override
  public synchronized void grown(FrameView frame, MemoryInstance memory, long pages) {
    double now = clock.now();
    History history = histories.get(memory);
    if (history == null) {
      history = new History("memory " + histories.size());
      histories.put(memory, history);
    }
    history.add(now, memory.byteSize());
    if (growths.size() < MOST_POINTS) {
      growths.add(marker(now, history.name, memory, pages, frame));
    }
  }

  private static Marker marker(
      double now, String name, MemoryInstance memory, long pages, FrameView frame) {
    SequencedMap<String, String> data = new LinkedHashMap<>();
    data.put("memory", name);
    if (pages < 0) {
      data.put("failed at pages", Long.toUnsignedString(memory.pages()));
    } else {
      data.put("pages before", Long.toUnsignedString(pages));
      data.put("pages after", Long.toUnsignedString(memory.pages()));
    }
    data.put("function", frame.function().name());
    return new Marker(Marker.Kind.MEMORY_GROWTH, "memory.grow", now, now, data);
  }

  @Override
  public synchronized void stop() {
    store.removeListener(this);
    probes.removeObserver(this);
    end = clock.now();
  }

  @Override
  public synchronized void addTo(ProfileBuilder profile) {
    histories.forEach(
        (memory, history) -> {
          CounterBuilder counter = profile.counter(history.name, WeightUnit.BYTES);
          history.points.forEach(point -> counter.add(point.time, point.bytes));
          counter.add(end, memory.byteSize());
        });
  }

  /** Gives the growths to a thread of the profile. */
  synchronized void addMarkersTo(ThreadBuilder thread) {
    growths.forEach(thread::marker);
  }

  @Override
  public synchronized List<Fact> facts() {
    return histories.values().stream()
        .map(h -> new Fact("Largest size of " + h.name, h.largest + " bytes"))
        .toList();
  }
}
