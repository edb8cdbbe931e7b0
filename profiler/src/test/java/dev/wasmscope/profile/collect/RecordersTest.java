package dev.wasmscope.profile.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.profile.model.CallNode;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Counter;
import dev.wasmscope.profile.model.Marker;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileThread;
import dev.wasmscope.profile.view.FunctionWeight;
import dev.wasmscope.wasm.module.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RecordersTest {
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  @Test
  void recordsHostCalls() throws IOException {
    Workload workload = new Workload();
    Profiler profiler = workload.record(ProfilerOptions.of("w", EnumSet.of(Metric.HOST_CALLS)));
    workload.invoke("host", 4);
    Profile profile = profiler.stop();
    List<Marker> markers = profile.threads().getFirst().markers();
    assertEquals(List.of("env.log", "env.back"), markers.stream().map(Marker::name).toList());
    assertEquals("i32.const 5", markers.get(1).data().get("result"));
    assertTrue(markers.get(0).end() <= markers.get(1).start());
    assertEquals("2", profile.meta().facts().getFirst().value());
  }

  @Test
  void recordsMemoryAndItsGrowth() throws IOException {
    Workload workload = new Workload();
    Profiler profiler = workload.record(ProfilerOptions.of("w", EnumSet.of(Metric.MEMORY)));
    workload.invoke("grow");
    Profile profile = profiler.stop();
    Counter counter = profile.counters().getFirst();
    assertEquals(65_536, counter.value(0));
    assertEquals(3 * 65_536, counter.value(counter.size() - 1));
    List<Marker> growths = profile.threads().getFirst().markers();
    assertEquals("3", growths.get(0).data().get("pages after"));
    assertEquals("3", growths.get(1).data().get("failed at pages"));
  }

  /** Runs until the sampler has seen enough, however slow the machine is. */
  private static Profile sample(ProfilerOptions options, String name, int argument, int least)
      throws IOException {
    Workload workload = new Workload();
    Profiler profiler = workload.record(options);
    do {
      workload.invoke(name, argument);
    } while (profiler.sampleCount() < least);
    return profiler.stop();
  }

  @Test
  void samplesWhereTheTimeGoes() throws IOException {
    Profile profile =
        sample(ProfilerOptions.sampling("w").withInterval(MILLISECOND), "mix", 20_000, 1_000);
    CallTree tree = CallTree.of(profile);
    long spin =
        FunctionWeight.of(tree).stream()
            .filter(w -> profile.functions().name(w.function()).equals("spin"))
            .mapToLong(FunctionWeight::self)
            .sum();
    assertTrue(spin > tree.total() * 0.8, () -> Workload.tree(profile, 0));
    List<CallNode> callers = tree.roots().getFirst().children();
    assertEquals("heavy", tree.name(callers.getFirst()));
    assertTrue(callers.getFirst().total() > tree.total() * 0.6, () -> Workload.tree(profile, 0));
    assertEquals(1, profile.meta().interval());
    assertTrue(
        profile.meta().facts().stream().anyMatch(f -> f.label().equals("Time spent sampling")));
  }

  @Test
  void timeInTheHostIsTheHosts() throws IOException {
    Workload workload =
        new Workload(call -> LockSupport.parkNanos(Duration.ofMillis(30).toNanos()));
    Profiler profiler = workload.record(ProfilerOptions.sampling("w").withInterval(MILLISECOND));
    do {
      workload.invoke("host", 1);
    } while (profiler.sampleCount() < 12);
    Profile profile = profiler.stop();
    CallTree tree = CallTree.of(profile);
    long host =
        FunctionWeight.of(tree).stream()
            .filter(w -> profile.functions().category(w.function()) == Category.HOST)
            .mapToLong(FunctionWeight::self)
            .sum();
    assertTrue(host > tree.total() * 0.5, () -> Workload.tree(profile, 0));
  }

  @Test
  void placesGetTheLinesOfTheText() throws IOException {
    LineTable lines =
        new LineTable() {
          @Override
          public String file() {
            return "w.wat";
          }

          @Override
          public OptionalInt lineOf(Place place) {
            return OptionalInt.of(100 * place.function() + place.offset());
          }

          @Override
          public List<Place> placesOn(int line) {
            return List.of();
          }
        };
    Workload workload = new Workload();
    Profiler profiler =
        workload.record(
            ProfilerOptions.of("w", EnumSet.of(Metric.INSTRUCTIONS)).withText(lines, "(module)"));
    workload.invoke("leaf", 1);
    Profile profile = profiler.stop();
    assertEquals("w.wat", profile.functions().file(0));
    assertEquals(Map.of("w.wat", "(module)"), profile.sources());
    assertFalse(profile.frames().size() < 2);
    for (int frame = 0; frame < profile.frames().size(); frame++) {
      assertEquals(
          100 * profile.functions().index(0) + profile.frames().offset(frame),
          profile.frames().line(frame));
    }
  }

  @Test
  void severalMetricsMakeSeveralThreads() throws IOException {
    Workload workload = new Workload();
    Profiler profiler =
        workload.record(ProfilerOptions.of("w", EnumSet.of(Metric.INSTRUCTIONS, Metric.CALLS)));
    workload.invoke("fib", 5);
    assertEquals(
        List.of("main", "main calls"),
        profiler.stop().threads().stream().map(ProfileThread::name).toList());
  }

  @Test
  void refusesAnIntervalThatIsTooShort() {
    ProfilerOptions options = ProfilerOptions.sampling("w");
    assertThrows(IllegalArgumentException.class, () -> options.withInterval(Duration.ofNanos(10)));
    assertThrows(
        IllegalArgumentException.class, () -> options.withDuration(Duration.ofSeconds(-1)));
  }
}
