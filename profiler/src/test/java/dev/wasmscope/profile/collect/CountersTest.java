package dev.wasmscope.profile.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountersTest {
  private static final ProfilerOptions CALLS =
      ProfilerOptions.of("workload.wasm", EnumSet.of(Metric.CALLS));
  private static final ProfilerOptions INSTRUCTIONS =
      ProfilerOptions.of("workload.wasm", EnumSet.of(Metric.INSTRUCTIONS));

  private static Profile record(ProfilerOptions options, String name, int argument)
      throws IOException {
    Workload workload = new Workload();
    Profiler profiler = workload.record(options);
    workload.invoke(name, argument);
    return profiler.stop();
  }

  @Test
  void countsCallsByPath() throws IOException {
    Profile profile = record(CALLS, "fib", 4);
    assertEquals(WeightUnit.CALLS, profile.threads().getFirst().samples().unit());
    assertEquals(
        """
        fib 1/9
          fib 2/8
            fib 4/6
              fib 2/2
        """,
        Workload.tree(profile, 0));
  }

  @Test
  void countsCallsOfTheHostAndFromIt() throws IOException {
    String tree = Workload.tree(record(CALLS, "host", 3), 0);
    assertTrue(tree.contains("  env.log 1/1\n"), tree);
    assertTrue(tree.contains("  leaf 2/2\n") || tree.contains("  leaf 1/1\n"), tree);
    assertTrue(tree.contains("  env.back 1/"), tree);
  }

  @Test
  void aTailCallReplacesItsCaller() throws IOException {
    String tree = Workload.tree(record(CALLS, "tail", 5), 0);
    String root = tree.substring(0, tree.indexOf(' '));
    assertEquals(root + " 1/7\n  bounce 3/3\n  rebound 3/3\n", tree);
  }

  @Test
  void countsEveryInstructionOnce() throws IOException {
    Workload workload = new Workload();
    AtomicLong fired = new AtomicLong();
    workload
        .engine()
        .probes()
        .attachEverywhere(ProbePoint.EVERY_INSTRUCTION, _ -> fired.incrementAndGet());
    Profiler profiler = workload.record(INSTRUCTIONS);
    workload.invoke("fib", 9);
    workload.invoke("host", 2);
    workload.invoke("tail", 9);
    assertThrows(Trap.class, () -> workload.invoke("fail", 1));
    workload.invoke("mix", 5);
    Profile profile = profiler.stop();
    assertTrue(fired.get() > 1000);
    assertEquals(fired.get(), CallTree.of(profile).total());
    assertEquals(Long.toString(fired.get()), profile.meta().facts().getFirst().value());
  }

  @Test
  void aLoopCostsTheSameEachTimeRound() throws IOException {
    long one = CallTree.of(record(INSTRUCTIONS, "spin", 1)).total();
    long two = CallTree.of(record(INSTRUCTIONS, "spin", 2)).total();
    long hundred = CallTree.of(record(INSTRUCTIONS, "spin", 100)).total();
    assertTrue(two > one);
    assertEquals(one + 99 * (two - one), hundred);
  }

  @Test
  void exactCountsAreTheSameInEveryRun() throws IOException {
    assertEquals(
        samples(record(INSTRUCTIONS, "fib", 12)), samples(record(INSTRUCTIONS, "fib", 12)));
    assertEquals(samples(record(CALLS, "fib", 12)), samples(record(CALLS, "fib", 12)));
  }

  /** Everything of the samples, places and times included. */
  private static String samples(Profile profile) {
    StringBuilder text = new StringBuilder();
    Samples samples = profile.threads().getFirst().samples();
    for (int i = 0; i < samples.size(); i++) {
      int frame = profile.stacks().frame(samples.stack(i));
      text.append(samples.time(i))
          .append(' ')
          .append(samples.stack(i))
          .append(' ')
          .append(profile.frames().offset(frame))
          .append(' ')
          .append(samples.weight(i))
          .append('\n');
    }
    return text.toString();
  }

  @Test
  void recordingThatBeginsInTheMiddleKnowsTheCallers() throws IOException {
    Profiler[] profiler = new Profiler[1];
    Workload[] workload = new Workload[1];
    workload[0] = new Workload(call -> profiler[0] = workload[0].record(INSTRUCTIONS));
    workload[0].invoke("host", 1);
    String tree = Workload.tree(profiler[0].stop(), 0);
    List<String> lines = tree.lines().toList();
    assertTrue(lines.size() >= 2 && !lines.get(0).startsWith(" "), tree);
    assertTrue(lines.get(1).startsWith("  leaf "), tree);
  }

  @Test
  void nothingStaysInTheEngine() throws IOException {
    Workload workload = new Workload();
    Profiler profiler = workload.record(ProfilerOptions.of("all", EnumSet.allOf(Metric.class)));
    profiler.stop();
    profiler.close();
    assertEquals(List.of(), workload.engine().probes().observers());
    assertEquals(List.of(Value.i32(55)), workload.invoke("fib", 10));
  }
}
