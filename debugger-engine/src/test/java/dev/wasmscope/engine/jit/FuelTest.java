package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program ends where its fuel does, at the same place in both gears. */
class FuelTest {

  private static final String PROGRAM =
      """
      (module
        (func (export "endless") (param i32) (local $round i32)
          (loop $l
            (local.set $round (i32.add (local.get $round) (call $twice (local.get 0))))
            (br $l)))
        (func $twice (param i32) (result i32)
          (if (i32.and (local.get 0) (i32.const 1))
            (then (return_call $twice (i32.add (local.get 0) (i32.const 1)))))
          (i32.const 1))
        (func (export "finite") (param i32) (result i32) (local $sum i32)
          (loop $l
            (local.set $sum (i32.add (local.get $sum) (local.get 0)))
            (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
          (local.get $sum)))
      """;

  /** One call, then in each round the loop, a call and a tail call. */
  @ParameterizedTest
  @CsvSource({
    "false, 1000, endless 333",
    "true, 1000, endless 333",
    "false, 1001, twice 1 endless 333",
    "true, 1001, twice 1 endless 333",
    "false, 1002, twice 2 endless 333",
    "true, 1002, twice 2 endless 333",
    "false, 1003, endless 334",
    "true, 1003, endless 334"
  })
  void whoStopsWithoutFuelSeesAllFrames(boolean compiled, long limit, String expected) {
    TestProgram program = TestProgram.start(compiled, PROGRAM, _ -> {}, Fuel.of(limit));
    List<String> seen = new ArrayList<>();
    program
        .thread()
        .stopHandler((thread, _) -> thread.frames().forEach(f -> seen.add(describe(f))));
    Trap trap = assertThrows(Trap.class, () -> program.call("endless", 1));
    assertEquals(TrapReason.OUT_OF_FUEL, trap.reason());
    assertEquals("after " + limit + " calls and rounds of loops", trap.detail());
    assertEquals(expected, String.join(" ", seen));
    assertEquals(seen.size(), trap.backtrace().size());
  }

  /** The function, and its last local. */
  private static String describe(FrameView frame) {
    return frame.function().name() + " " + frame.localBits(frame.localCount() - 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsEnoughIsNotNoticed(boolean compiled) {
    TestProgram enough = TestProgram.start(compiled, PROGRAM, _ -> {}, Fuel.of(101));
    assertEquals(List.of(Value.i32(5050)), enough.call("finite", 100));
    TestProgram tooLittle = TestProgram.start(compiled, PROGRAM, _ -> {}, Fuel.of(100));
    assertThrows(Trap.class, () -> tooLittle.call("finite", 100));
  }

  /** However often the code is left, and wherever: the result stays the same. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void moreFuelMayBeHad(int portion) {
    TestProgram program = TestProgram.start(true, PROGRAM, _ -> {}, _ -> portion);
    int expected = IntStream.rangeClosed(1, 1000).sum();
    assertEquals(List.of(Value.i32(expected)), program.call("finite", 1000));
  }
}
