package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Fuel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compiled, and in which order. */
class CompileOrderTest {

  private static final String TEXT =
      "(module"
          + " (func (export \"small\") (result i32) (i32.const 1))"
          + " (func (export \"large\") (result i32) (i32.const 0) "
          + "(i32.add (i32.const 1))".repeat(20)
          + ")"
          + " (func (export \"loop\") (param $n i32)"
          + "  (loop $again (br_if $again"
          + "   (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))";

  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final Jit jit = new Jit(tasks::add, Fuel.UNLIMITED);
  private final TestProgram program = TestProgram.start(false, TEXT);
  private final WasmFunction small = program.function("small");
  private final WasmFunction large = program.function("large");
  private final WasmFunction loop = program.function("loop");

  private void decode() {
    program.call("small");
    program.call("large");
    program.call("loop", 1);
  }

  private List<Boolean> compileOne() {
    tasks.remove().run();
    List<Boolean> compiled = new ArrayList<>();
    for (WasmFunction function : List.of(small, large, loop)) {
      compiled.add(function.callee() != null);
    }
    return compiled;
  }

  @Test
  void smallFunctionsComeBeforeLargeOnes() {
    decode();
    jit.hot(large);
    jit.hot(small);
    assertEquals(List.of(true, false, false), compileOne());
    assertEquals(List.of(true, true, false), compileOne());
  }

  @Test
  void largeFunctionsComeFirstIfTheyHaveBeenHotOftenEnough() {
    decode();
    jit.hot(small);
    for (int i = 0; i < 100; i++) {
      jit.hot(large);
    }
    assertEquals(List.of(false, true, false), compileOne());
    assertEquals(List.of(true, true, false), compileOne());
    assertEquals(0, tasks.size());
  }

  @Test
  void largeFunctionsAreCompiledWhenTheyHaveBeenHotInProportionToTheirSize() {
    Deque<Runnable> background = new ArrayDeque<>();
    Jit patient = Jit.inBackground(background::add, Fuel.UNLIMITED);
    TestProgram huge =
        TestProgram.start(
            false,
            "(func (export \"huge\") (result i32) (i32.const 0)"
                + " (i32.add (i32.const 1))".repeat(2_400)
                + ")");
    huge.call("huge");
    WasmFunction function = huge.function("huge");
    patient.hot(function);
    patient.hotLoop(function, 1);
    patient.hot(function);
    assertEquals(0, background.size());
    patient.hot(function);
    patient.hot(function);
    assertEquals(1, background.size());
  }

  @Test
  void aLoopIsCompiledOnItsOwnIfItIsInterpretedThoughTheFunctionIsCompiled() {
    decode();
    int offset = 1;
    jit.hotLoop(loop, offset);
    jit.hotLoop(loop, offset);
    assertEquals(1, tasks.size());
    compileOne();
    assertEquals(0, jit.report().loops());
    jit.hotLoop(loop, offset);
    jit.hotLoop(loop, offset);
    assertEquals(1, tasks.size());
    compileOne();
    assertEquals(1, jit.report().loops());
  }

  /** Who is in an inner loop comes to the outer one soon, as a rule. */
  @Test
  void aLoopInAFunctionThatCanBeEnteredElsewhereHasToStayForLong() {
    Jit splitting = new Jit(tasks::add, Fuel.UNLIMITED, 400);
    String many = "(local.set $n (i32.rotl (local.get $n) (i32.const 3)))".repeat(40);
    TestProgram nested =
        TestProgram.start(
            false,
            "(func (export \"nested\") (param $n i32) (local $i i32) (loop $outer "
                + many
                + "(loop $inner (br_if $inner (i32.and (local.get $i) (i32.const 1))))"
                + many
                + "(br_if $outer (local.get $i))))");
    nested.call("nested", 1);
    WasmFunction function = nested.function("nested");
    int inner = function.definition().body().length() / 2;
    splitting.hot(function);
    tasks.remove().run();
    assertEquals(1, splitting.report().split());
    for (int i = 0; i < 16; i++) {
      splitting.hotLoop(function, inner);
    }
    assertEquals(0, tasks.size());
    splitting.hotLoop(function, inner);
    assertEquals(1, tasks.size());
  }

  @Test
  void whileALoopWaitsNoOtherOneOfItsFunctionIsAskedFor() {
    TestProgram nested =
        TestProgram.start(
            false,
            """
            (func (export "nested") (param $n i32)
              (loop $outer
                (loop $inner (br_if $inner (i32.and (local.get $n) (i32.const 1))))
                (br_if $outer (local.tee $n (i32.sub (local.get $n) (i32.const 2))))))
            """);
    nested.call("nested", 2);
    WasmFunction function = nested.function("nested");
    int outer = 1;
    int inner = 3;
    jit.hot(function);
    tasks.remove().run();
    jit.hotLoop(function, inner);
    jit.hotLoop(function, outer);
    assertEquals(1, tasks.size());
    tasks.remove().run();
    assertEquals(1, jit.report().loops());
    jit.hotLoop(function, outer);
    tasks.remove().run();
    assertEquals(2, jit.report().loops());
  }
}
