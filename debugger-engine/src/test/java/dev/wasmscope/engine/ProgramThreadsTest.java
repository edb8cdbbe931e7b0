package dev.wasmscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.ProgramExit;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.trap.TraceEntry;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.wasi.WasiThreads;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.type.FuncType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramThreadsTest {
  private static final String HEAD =
      """
      (import "env" "memory" (memory 1 1 shared))
      (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
      (import "host" "exit" (func $exit))
      """;

  private static final String WAIT_FOR_EVER =
      "(drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1)))";

  private final Engine engine = Engine.builder().build();
  private final ProgramThreads threads = new ProgramThreads(engine);

  @AfterEach
  void close() {
    threads.close();
  }

  private Instance program(String main, String thread) {
    String text =
        HEAD
            + "(func (export \"run\") (result i32) "
            + main
            + ")"
            + "(func (export \"wasi_thread_start\") (param $number i32) (param $argument i32) "
            + thread
            + ")";
    ParsedModule parsed =
        WatParser.parse(text.getBytes(StandardCharsets.UTF_8), FeatureSet.DEFAULT);
    assertEquals(List.of(), parsed.diagnostics());
    Imports imports = engine.imports();
    new WasiThreads(engine.store(), threads).provide(imports);
    imports.function(
        "host",
        "exit",
        new FuncType(List.of(), List.of()),
        _ -> {
          throw new ProgramExit(7);
        });
    return engine.instantiate(parsed.module(), imports);
  }

  @Test
  void aThreadGetsItsNumberAndItsArgumentInTheSharedMemory() {
    Instance instance =
        program(
            """
            (drop (call $spawn (i32.const 41)))
            (drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1)))
            (i32.add (i32.load (i32.const 4)) (i32.load (i32.const 8)))
            """,
            """
            (i32.store (i32.const 4) (local.get $number))
            (i32.store (i32.const 8) (local.get $argument))
            (i32.atomic.store (i32.const 0) (i32.const 1))
            (drop (memory.atomic.notify (i32.const 0) (i32.const 1)))
            """);
    assertEquals(List.of(Value.i32(42)), engine.invoke(instance, "run"));
  }

  @Test
  void aTrapInAThreadEndsTheProgramWhereverItWaits() {
    Instance instance =
        program(
            "(drop (call $spawn (i32.const 0)))" + WAIT_FOR_EVER + "(i32.const 1)", "unreachable");
    Trap trap = assertThrows(Trap.class, () -> threads.main(() -> engine.invoke(instance, "run")));
    assertEquals("unreachable in thread 1", trap.getMessage());
    assertEquals(
        List.of("wasi_thread_start"), trap.backtrace().stream().map(TraceEntry::function).toList());
  }

  @Test
  void anExitInAThreadEndsAProgramThatIsBusy() {
    Instance instance =
        program("(drop (call $spawn (i32.const 0))) (loop (br 0)) (i32.const 1)", "(call $exit)");
    ProgramExit exit =
        assertThrows(ProgramExit.class, () -> threads.main(() -> engine.invoke(instance, "run")));
    assertEquals(7, exit.code());
  }

  @Test
  void theEndOfTheMainThreadEndsThreadsThatWaitOrRun() {
    Instance instance =
        program(
            "(drop (call $spawn (i32.const 0))) (call $spawn (i32.const 1))",
            "(if (local.get $argument) (then (loop (br 0)))) " + WAIT_FOR_EVER);
    assertEquals(List.of(Value.i32(2)), engine.invoke(instance, "run"));
    threads.close();
    assertTrue(threads.failure().isEmpty());
    assertEquals(List.of(Value.i32(-1)), engine.invoke(instance, "run"));
  }

  @Test
  void aProgramGetsNoMoreThreadsThanTheMachineCanBear() {
    Instance instance =
        program(
            """
            (local $started i32)
            (loop $more
              (if (i32.gt_s (call $spawn (i32.const 0)) (i32.const 0))
                (then
                  (local.set $started (i32.add (local.get $started) (i32.const 1)))
                  (br $more))))
            local.get $started
            """,
            WAIT_FOR_EVER);
    assertEquals(List.of(Value.i32(ProgramThreads.MOST)), engine.invoke(instance, "run"));
  }

  @Test
  void aModuleWithoutAStartFunctionForThreadsIsToldSo() {
    String text = HEAD + "(func (export \"run\") (result i32) (call $spawn (i32.const 0)))";
    ParsedModule parsed =
        WatParser.parse(text.getBytes(StandardCharsets.UTF_8), FeatureSet.DEFAULT);
    Imports imports = engine.imports();
    new WasiThreads(engine.store(), threads).provide(imports);
    imports.function("host", "exit", new FuncType(List.of(), List.of()), _ -> {});
    Instance instance = engine.instantiate(parsed.module(), imports);
    assertEquals(List.of(Value.i32(-1)), engine.invoke(instance, "run"));
  }
}
