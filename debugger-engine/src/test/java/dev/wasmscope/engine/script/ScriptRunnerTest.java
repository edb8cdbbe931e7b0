package dev.wasmscope.engine.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.wasm.instr.FeatureSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A script's failures are told with their lines; exclusions are held to fail. */
class ScriptRunnerTest {

  private static final String SCRIPT =
      """
      (module (func (export "f") (result i32) (i32.const 1))
              (func (export "t") unreachable))
      (assert_return (invoke "f") (i32.const 1))
      (assert_return (invoke "f") (i32.const 2))
      (assert_trap (invoke "f") "unreachable")
      (assert_trap (invoke "t") "unreach")
      (assert_trap (invoke "t") "integer overflow")
      (assert_return (invoke "g"))
      (assert_invalid (module (func (result i32))) "type mismatch")
      (assert_malformed (module quote "(func (i32.foo))") "unknown operator")
      """;

  private static ScriptReport run(Exclusions exclusions) {
    return new ScriptRunner(Interpreter::new, _ -> {}, exclusions)
        .run("x/a.wast", SCRIPT.getBytes(StandardCharsets.UTF_8), FeatureSet.DEFAULT);
  }

  private static List<Integer> lines(ScriptReport report) {
    return report.failures().stream().map(Failure::line).toList();
  }

  @Test
  void failuresNameTheirLines() {
    ScriptReport report = run(Exclusions.NONE);
    assertEquals(List.of(4, 5, 7, 8), lines(report));
    assertEquals(4, report.passed());
    assertEquals(
        "x/a.wast:5: expected the trap \"unreachable\", found none",
        report.failures().get(1).toString());
  }

  @Test
  void anExcludedFailureIsSkippedAndAnExcludedSuccessFails() {
    Exclusions exclusions = Exclusions.parse(List.of("# list", "x/a.wast:4 reason", "a.wast:3 x"));
    ScriptReport report = run(exclusions);
    assertEquals(List.of(3, 5, 7, 8), lines(report));
    assertEquals("3 passed, 4 failed, 1 skipped", report.totals());
  }
}
