package dev.wasmscope.engine.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.probe.Attachment;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.probe.ProbePoint;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Probes fire where they are attached, as often as the place is reached, and nowhere else. */
class ProbesTest {

  private static final String COUNTDOWN =
      """
      (module
        (memory 1)
        (func $count (export "count") (param $n i32) (result i32)
          (loop $again
            (i32.store (i32.const 0) (local.get $n))
            (local.set $n (i32.sub (local.get $n) (i32.const 1)))
            (br_if $again (local.get $n)))
          (i32.load (i32.const 0)))
        (func (export "twice") (param i32)
          (drop (call $count (local.get 0)))
          (drop (call $count (local.get 0)))))
      """;

  private final Engine engine = Engine.builder().build();
  private final Instance instance = Programs.instantiate(engine, COUNTDOWN);
  private final Map<String, Integer> fired = new TreeMap<>();

  private void note(FrameView frame) {
    fired.merge(frame.function().name(), 1, Integer::sum);
  }

  private int firedIn(String function) {
    return fired.getOrDefault(function, 0);
  }

  @Test
  void entriesAndExitsFireOncePerCall() {
    engine.probes().attach(Programs.function(instance, "count"), ProbePoint.ENTRY, this::note);
    engine.probes().attach(Programs.function(instance, "count"), ProbePoint.EXIT, this::note);
    engine.invoke(instance, "twice", Value.i32(3));
    assertEquals(Map.of("count", 4), fired);
  }

  @Test
  void loopHeadersFireOncePerRound() {
    engine.probes().attachEverywhere(ProbePoint.LOOP_HEADERS, this::note);
    engine.invoke(instance, "count", Value.i32(5));
    assertEquals(5, firedIn("count"));
  }

  @Test
  void memoryAccessesAndBranchesFire() {
    Attachment accesses = engine.probes().attachEverywhere(ProbePoint.MEMORY_ACCESSES, this::note);
    engine.invoke(instance, "count", Value.i32(5));
    assertEquals(6, firedIn("count"));
    accesses.detach();
    engine.probes().attachEverywhere(ProbePoint.BRANCHES, this::note);
    engine.invoke(instance, "count", Value.i32(5));
    assertEquals(11, firedIn("count"));
  }

  @Test
  void aProbeSeesLocalsAndOperandsBeforeItsInstruction() {
    List<Long> stored = new ArrayList<>();
    engine
        .probes()
        .attachEverywhere(ProbePoint.MEMORY_ACCESSES, frame -> stored.add(frame.operandBits(0)));
    engine.invoke(instance, "count", Value.i32(2));
    assertEquals(List.of(2L, 1L, 0L), stored);
  }

  @Test
  void detachingTakesEffectInTheLoopThatRuns() {
    List<Attachment> attachments = new ArrayList<>();
    attachments.add(
        engine
            .probes()
            .attachEverywhere(
                ProbePoint.EVERY_INSTRUCTION,
                frame -> {
                  note(frame);
                  attachments.getFirst().detach();
                }));
    assertEquals(List.of(Value.i32(1)), engine.invoke(instance, "count", Value.i32(1000)));
    assertEquals(Map.of("count", 1), fired);
  }

  @Test
  void everyInstructionIsCounted() {
    engine.probes().attachEverywhere(ProbePoint.EVERY_INSTRUCTION, this::note);
    engine.invoke(instance, "count", Value.i32(1));
    // loop, store with its two operands, set with three, br_if with one, load with one, end.
    assertEquals(1 + 3 + 4 + 2 + 2 + 1, firedIn("count"));
  }
}
