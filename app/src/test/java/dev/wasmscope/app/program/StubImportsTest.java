package dev.wasmscope.app.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in for a host that is not there. */
class StubImportsTest {

  private final List<String> remarks = new ArrayList<>();

  /** Calls the export {@code main} of a module whose imports are stubbed. */
  private Outcome run(String wat) throws LaunchException, IOException {
    LoadedModule module =
        LoadedModule.load("m.wat", wat.getBytes(StandardCharsets.UTF_8), FeatureSet.DEFAULT);
    assertEquals(List.of(), module.diagnostics());
    ProgramOptions options =
        ProgramOptions.DEFAULT.calling("main", List.of()).linking(Map.of(), true, remarks::add);
    try (Launch launch = Launch.of(module, options)) {
      return launch.run();
    }
  }

  @Test
  void functionsAnswerZeroAndTheFirstCallIsLogged() throws Exception {
    Outcome outcome =
        run(
            """
            (module
              (import "env" "number" (func $number (param i32) (result f64 i64)))
              (import "env" "unused" (func))
              (func (export "main") (result f64 i64)
                (call $number (i32.const 1)) (drop) (drop)
                (call $number (i32.const 2))))
            """);
    assertEquals(new Outcome.Returned(List.of(Value.f64(0), Value.i64(0))), outcome);
    assertEquals(
        List.of(
            "stub: nobody provides env.number, env.unused",
            "stub: env.number was called; it answers zero or null",
            "stub: env.number was called 2 times"),
        remarks);
  }

  @Test
  void memoriesTablesGlobalsAndTagsAreThereToo() throws Exception {
    Outcome outcome =
        run(
            """
            (module
              (import "env" "memory" (memory 2 4))
              (import "env" "table" (table 3 funcref))
              (import "env" "base" (global $base i64))
              (import "env" "handle" (global (mut externref)))
              (import "env" "failure" (tag (param i32)))
              (func (export "main") (result i32 i32 i64)
                (memory.size) (table.size 0) (global.get $base)))
            """);
    assertEquals(new Outcome.Returned(List.of(Value.i32(2), Value.i32(3), Value.i64(0))), outcome);
  }

  @Test
  void whatTheHostHasWithAnotherTypeIsStubbed() throws Exception {
    Outcome outcome =
        run(
            """
            (module
              (import "wasi_snapshot_preview1" "fd_seek"
                (func $seek (param i32 i32 i32 i32 i32) (result i32)))
              (func (export "main") (result i32)
                (call $seek (i32.const 9) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
            """);
    assertEquals(new Outcome.Returned(List.of(Value.i32(0))), outcome);
  }

  @Test
  void whatHasNoZeroCannotBeMadeUp() throws Exception {
    Outcome outcome =
        run("(module (import \"env\" \"f\" (global (ref func))) (func (export \"main\")))");
    String message = assertInstanceOf(Outcome.Failed.class, outcome).message();
    assertTrue(
        message.startsWith("unknown import: global \"env\" \"f\" global (ref func)"), message);
  }
}
