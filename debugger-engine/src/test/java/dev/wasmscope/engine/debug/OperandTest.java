package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.breakpoint.Access;
import dev.wasmscope.engine.breakpoint.Breakpoint;
import dev.wasmscope.engine.breakpoint.EventKind;
import dev.wasmscope.engine.breakpoint.IndexOrName;
import dev.wasmscope.engine.breakpoint.Target;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.NumType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operands of stopped frames: seen, named by expressions, changed. */
@Timeout(60)
class OperandTest {

  private static final String MODULE =
      """
      (module
        (import "host" "twice" (func $twice (param i32) (result i32)))
        (type $same (func))
        (type $equal (func))
        (type $pair (struct (field i32)))
        (memory 1)
        (func $div (param $a i32) (param $b i32) (result i32)
          local.get $a
          local.get $b
          i32.div_s ;; divides
        )
        (func (export "main") (param $a i32) (result i32)
          i64.const 5
          local.get $a
          i32.const 0
          call $div ;; calls
          drop
          drop
          i32.const 0
        )
        (func (export "add") (param $a i32) (result i32)
          local.get $a
          i32.const 2
          i32.add ;; adds
        )
        (func (export "host") (result i32)
          i32.const 1
          call $twice ;; calls host
        )
        (func (export "store")
          (i32.store8 (i32.const 10) (i32.const 1)) ;; first
          (i32.store8 (i32.const 20) (i32.const 1)) ;; second
        )
        (func (export "struct") (result i32)
          i32.const 4
          struct.new $pair
          struct.get $pair 0 ;; gets
        ))
      """;

  private static DebugRun of(String export, Value... args) {
    return DebugRun.of(MODULE, export, args)
        .host(
            "twice",
            List.of(NumType.I32),
            List.of(NumType.I32),
            call -> call.returnI32(2 * call.i32(0)));
  }

  private static List<Value> operands(FrameSnapshot frame) {
    return frame.operands().stream().map(Variable::value).toList();
  }

  @Test
  void atATrapTheOperandsOfEveryFrameAreThere() {
    try (DebugRun run = of("main", Value.i32(42)).start()) {
      Snapshot trap = run.awaitStop(";; divides", StopReason.Trapped.class);
      assertEquals(List.of(Value.i32(42), Value.i32(0)), operands(trap.top()));
      assertEquals(
          List.of(Value.i64(5)),
          operands(trap.frames().get(1)),
          "what the call took is the callee's");
    }
  }

  @Test
  void theyAreChangedForTheProgramToo() throws ExecutionException {
    try (DebugRun run = of("add", Value.i32(100))) {
      run.breakAt(run.at(";; adds")).start();
      Snapshot stop = run.awaitBreak(";; adds", 1);
      assertEquals(List.of(Value.i32(100), Value.i32(2)), operands(stop.top()));
      DebugRun.await(run.session.setOperand(0, 0, Value.i32(7)));
      assertEquals(
          List.of(Value.i32(7), Value.i32(2)),
          operands(run.session.snapshot().orElseThrow().top()));
      run.session.resume();
      run.awaitReturn(Value.i32(9));
    }
  }

  @Test
  void anArgumentChangedAtTheCallReachesTheHost() throws ExecutionException {
    try (DebugRun run = of("host")) {
      run.breakAt(new Target.OnEvent(EventKind.HOST_CALL, Optional.of("host.t*"))).start();
      Snapshot stop = run.awaitBreak(";; calls host", 1);
      assertEquals(List.of(Value.i32(1)), operands(stop.top()));
      DebugRun.await(run.session.setOperand(0, 0, Value.i32(21)));
      run.session.resume();
      run.awaitReturn(Value.i32(42));
    }
  }

  @Test
  void theConditionOfADataBreakpointSeesThem() {
    try (DebugRun run = of("store")) {
      Target memory = new Target.OnMemory(new IndexOrName.Index(0), 0, 65536, Access.WRITE);
      run.with(Breakpoint.of(1, memory).withCondition("s[1] == 20")).start();
      run.awaitBreak(";; second", 1);
      run.session.resume();
      run.awaitReturn();
    }
  }

  @Test
  void theirTypesAreInTheModulesTerms() {
    try (DebugRun run = of("struct")) {
      run.breakAt(run.at(";; gets")).start();
      Snapshot stop = run.awaitBreak(";; gets", 1);
      assertEquals("(ref 2)", stop.top().operands().getFirst().type().toString());
      run.session.resume();
      run.awaitReturn(Value.i32(4));
    }
  }
}
