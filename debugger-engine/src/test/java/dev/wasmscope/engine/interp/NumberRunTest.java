package dev.wasmscope.engine.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.probe.FrameView;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.Trap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever looks at a run of instructions on numbers that has ended finds locals and operands. */
class NumberRunTest {

  /** Each changes its local, holds two numbers below, and does something that may trap. */
  private static final String PROGRAM =
      """
      (module
        (memory 1)
        (func $change (param i32) (result i32) local.get 0 i32.const 1 i32.add)
        (func (export "divide") (param i32) (result i32)
          i64.const 0x1_0000_0001
          i32.const 7
          local.get 0
          i32.const 1
          i32.sub
          local.tee 0
          i32.div_s
          return)
        (func (export "truncate") (param i32) (result i32)
          i64.const 0x1_0000_0001
          i32.const 7
          f64.const nan
          i32.const 0
          local.set 0
          i32.trunc_f64_s
          i32.add
          return)
        (func (export "load") (param i32) (result i32)
          i64.const 0x1_0000_0001
          i32.const 7
          i32.const 0
          local.set 0
          i32.const -1
          i32.load8_u offset=2
          i32.add
          return)
        (func (export "store") (param i32) (result i32)
          i64.const 0x1_0000_0001
          i32.const 0
          local.set 0
          i32.const 65529
          i64.const 7
          i64.store
          i32.const 7
          return)
        (func (export "call") (param i32) (result i32)
          i64.const 0x1_0000_0001
          i32.const 7
          i32.const 0
          local.set 0
          local.get 0
          call $change
          unreachable))
      """;

  private static final Value HELD = Value.i64(0x1_0000_0001L);

  private final Engine engine = Engine.builder().compiles(false).build();
  private final Instance instance = Programs.instantiate(engine, PROGRAM);

  /** What is found where a function traps: the local, then operands. */
  private List<Value> atTrap(String function) {
    List<Value> found = new ArrayList<>();
    engine
        .mainThread()
        .stopHandler(
            (thread, _) -> {
              FrameView top = thread.top().orElseThrow();
              found.add(top.local(0));
              found.addAll(top.operands());
            });
    assertThrows(Trap.class, () -> engine.invoke(instance, function, Value.i32(1)));
    return found;
  }

  @Test
  void aDivisionByZero() {
    assertEquals(List.of(Value.i32(0), HELD, Value.i32(7), Value.i32(0)), atTrap("divide"));
  }

  @Test
  void aConversionOfNoNumber() {
    assertEquals(
        List.of(Value.i32(0), HELD, Value.i32(7), Value.f64(Double.NaN)), atTrap("truncate"));
  }

  @Test
  void aLoadOutOfBounds() {
    assertEquals(List.of(Value.i32(0), HELD, Value.i32(7), Value.i32(-1)), atTrap("load"));
  }

  @Test
  void aStoreOutOfBounds() {
    assertEquals(List.of(Value.i32(0), HELD, Value.i32(65529), Value.i64(7)), atTrap("store"));
    assertEquals(0, instance.memory(0).bytes().get8(65529));
  }

  @Test
  void anInstructionOfAnotherKind() {
    assertEquals(List.of(Value.i32(0), HELD, Value.i32(7), Value.i32(1)), atTrap("call"));
  }
}
