package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.tier.Fuel;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Code that is executed only when HotSpot has optimised it, after HotSpot has given it up. When
 * that is, is for the test to say.
 */
@Timeout(60)
public class GivenUpCodeTest {

  private static final String PROGRAM =
      """
      (module
        (import "host" "call" (func $host))
        (func (export "sum") (param $n i32) (result i32) (local $sum v128)
          (loop $l
            (local.set $sum (i32x4.add (local.get $sum) (i32x4.splat (local.get $n))))
            (if (i32.eq (local.get $n) (i32.const 5)) (then (call $host)))
            (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
          (i32x4.extract_lane 1 (local.get $sum))))
      """;

  private static volatile boolean optimised;

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private Runnable inTheLoop = () -> {};
  private TestProgram program;

  /** Asked by generated code in place of HotSpot. */
  public static boolean isOptimised(Object constant) {
    return optimised;
  }

  @BeforeEach
  void start() {
    ClassDesc self = ClassDesc.of(GivenUpCodeTest.class.getName());
    Jit jit =
        new Jit(
            tasks::add,
            Fuel.UNLIMITED,
            UnitAssembler.HOTSPOT_LIMIT,
            () -> VectorForm.of(Vectors.WHEN_OPTIMISED).judgedBy(self));
    program = TestProgram.start(PROGRAM, _ -> inTheLoop.run(), jit);
  }

  private int sum() {
    assertEquals(List.of(Value.i32(55)), program.call("sum", 10));
    return program.jit().report().cooled();
  }

  /** Does what was to be done on the compile thread until now. */
  private void compile() {
    for (int i = tasks.size(); i > 0; i--) {
      tasks.remove().run();
    }
  }

  private void optimise() {
    optimised = true;
    while (!tasks.isEmpty()) {
      compile();
    }
  }

  @Test
  void itIsNotExecutedBeforeItIsOptimised() {
    optimised = false;
    assertEquals(0, sum());
    for (int i = 0; i < 5; i++) {
      compile();
      assertEquals(0, sum());
      assertFalse(tasks.isEmpty());
    }
    assertTrue(program.jit().report().functions() > 0);
  }

  /** HotSpot would have to compile them after the function, and nobody would execute them. */
  @Test
  void loopsGetNoCodeOfTheirOwnBeforeItIsOptimised() {
    optimised = false;
    for (int i = 0; i < 5; i++) {
      sum();
      compile();
    }
    assertEquals(0, program.jit().report().loops());
  }

  @Test
  void whoCallsItFindsThatItIsNotOptimisedAndItIsInterpretedUntilItIsAgain() {
    sum();
    optimise();
    assertEquals(0, sum());
    optimised = false;
    int givenUp = sum();
    assertTrue(givenUp > 0);
    assertFalse(tasks.isEmpty());
    compile();
    assertEquals(givenUp, sum());
    optimise();
    assertEquals(givenUp, sum());
    // Only code that is executed finds that.
    optimised = false;
    assertTrue(sum() > givenUp);
  }

  @Test
  void whoIsInItLeavesItAtTheNextPoll() {
    sum();
    optimise();
    inTheLoop = () -> optimised = false;
    assertEquals(0, sum());
    long departures = departures();
    assertTrue(departures > 0);
    inTheLoop = () -> {};
    assertTrue(sum() > 0);
    assertTrue(departures() > departures);
    optimise();
    long before = departures();
    sum();
    assertEquals(before, departures());
  }

  private long departures() {
    return program.gear().departed().values().stream().mapToLong(Number::longValue).sum();
  }
}
