package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.NumType;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changing a stopped program by hand, and calling its functions. */
@Timeout(60)
class EditTest {

  private static final String MODULE =
      """
      (module
        (type $same (func))
        (type $equal (func))
        (type $pair (struct (field i32)))
        (memory (export "memory") 1)
        (global $fixed i32 (i32.const 1))
        (global $g (mut i32) (i32.const 2))
        (func (export "main") (param $a i32) (result i32) (local $p (ref null $pair)) (local $w i64)
          local.get $a
          global.get $g
          (i32.load (i32.const 16))
          i32.add
          i32.add ;; here
        )
        (func $peek (export "peek") (param i32) (result i32)
          local.get 0
          i32.load))
      """;

  private static DebugRun main() {
    return DebugRun.of(MODULE, "main", Value.i32(100)).startAtEntry();
  }

  private static String reason(Future<?> edit) {
    ExecutionException failure = assertThrows(ExecutionException.class, () -> DebugRun.await(edit));
    return failure.getCause().getMessage();
  }

  @Test
  void localsGlobalsAndMemoryAreChangedForTheProgramToo() throws ExecutionException {
    try (DebugRun run = main()) {
      DebugRun.await(run.session.setLocal(0, 0, Value.i32(1000)));
      DebugRun.await(run.session.setGlobal(1, Value.i32(20)));
      DebugRun.await(run.session.writeMemory(run.memory(), 16, new byte[] {3, 0, 0, 0}));
      Snapshot changed = run.session.snapshot().orElseThrow();
      assertEquals(Value.i32(1000), changed.top().locals().getFirst().value());
      assertEquals(Value.i32(20), changed.globals().get(1).value());
      assertEquals(1, changed.number());
      run.session.resume();
      run.awaitReturn(Value.i32(1023));
    }
  }

  @Test
  void typesAreShownInTheModulesTerms() {
    try (DebugRun run = main()) {
      List<Variable> locals = run.session.snapshot().orElseThrow().top().locals();
      assertEquals("(ref null 2)", locals.get(1).type().toString());
      assertEquals(NumType.I64, locals.get(2).type());
    }
  }

  @Test
  void whatDoesNotFitIsRefusedWithAReason() {
    try (DebugRun run = main()) {
      DebugSession session = run.session;
      assertEquals("expected i32, found i64", reason(session.setLocal(0, 0, Value.i64(1))));
      assertEquals(
          "there is no local 3; there are 3", reason(session.setLocal(0, 3, Value.i64(1))));
      assertEquals("there is no frame 1", reason(session.setLocal(1, 0, Value.i32(1))));
      assertEquals(
          "there is no operand 0; there are 0", reason(session.setOperand(0, 0, Value.i32(1))));
      assertEquals("the global is immutable", reason(session.setGlobal(0, Value.i32(1))));
      assertEquals("there is no global 2; there are 2", reason(session.setGlobal(2, Value.i32(1))));
      assertEquals("expected i32, found f32", reason(session.setGlobal(1, Value.f32(1))));
      assertEquals(
          "2 bytes at 0xffff do not lie within the memory of 65536 bytes",
          reason(session.writeMemory(run.memory(), 0xffff, new byte[2])));
      session.resume();
      run.awaitReturn(Value.i32(102));
      assertEquals("the program is not stopped", reason(session.setLocal(0, 0, Value.i32(1))));
    }
  }

  @Test
  void aFunctionIsCalledWhereTheProgramStands() throws Exception {
    try (DebugRun run = main()) {
      run.breakAt(DebugRun.entry("$peek"));
      DebugRun.await(run.session.writeMemory(run.memory(), 32, new byte[] {5, 0, 0, 0}));
      var peek = run.session.instance().orElseThrow().exportedFunction("peek").orElseThrow();
      var before = run.session.snapshot().orElseThrow().top().place();
      var results = run.session.call(run.newThread(), peek, List.of(Value.i32(32)));
      DebugRun.await(results);
      assertEquals(List.of(Value.i32(5)), results.get());
      assertEquals(before, run.session.snapshot().orElseThrow().top().place());
      var trap = run.session.call(run.newThread(), peek, List.of(Value.i32(-1)));
      assertInstanceOf(
          dev.wasmscope.engine.trap.Trap.class,
          assertThrows(ExecutionException.class, () -> DebugRun.await(trap)).getCause());
      run.session.resume();
      run.awaitReturn(Value.i32(102));
    }
  }

  @Test
  void whatAnEndedProgramLeavesIsCalledWrittenAndEvaluated() throws Exception {
    try (DebugRun run = main()) {
      run.session.resume();
      run.awaitReturn(Value.i32(102));
      DebugRun.await(run.session.writeMemory(run.memory(), 32, new byte[] {5, 0, 0, 0}));
      var peek = run.session.instance().orElseThrow().exportedFunction("peek").orElseThrow();
      var results = run.session.call(run.newThread(), peek, List.of(Value.i32(32)));
      DebugRun.await(results);
      assertEquals(List.of(Value.i32(5)), results.get());
      var sum = run.session.evaluate(0, Expression.parse("i32@32 + $g"));
      DebugRun.await(sum);
      assertEquals("7", sum.get().text());
      assertEquals(
          "there is no local 0 here", reason(run.session.evaluate(0, Expression.parse("$0"))));
      assertEquals(
          "2 bytes at 0xffff do not lie within the memory of 65536 bytes",
          reason(run.session.writeMemory(run.memory(), 0xffff, new byte[2])));
    }
  }

  @Test
  void memoryIsReadWhileTheProgramStands() {
    try (DebugRun run = main()) {
      assertArrayEquals(new byte[4], run.memory().read(16, 4));
      assertEquals(65536, run.memory().byteSize());
    }
  }
}
