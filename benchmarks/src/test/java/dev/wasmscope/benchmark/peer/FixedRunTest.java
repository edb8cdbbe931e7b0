package dev.wasmscope.benchmark.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedRunTest {

  @Test
  void theResultIsTheBitsOfADouble() {
    assertEquals(42, result("(func (export \"run\") (param i32) (result i32) (local.get 0))"));
    assertEquals(
        10.5,
        result(
            """
            (func (export "run") (param i32) (result f64)
              (f64.div (f64.convert_i32_s (local.get 0)) (f64.const 4)))
            """));
  }

  private static double result(String function) {
    Module kernel =
        WatParser.parse(
                ("(module (func (export \"elsewhere\"))" + function + ")")
                    .getBytes(StandardCharsets.UTF_8),
                FeatureSet.ALL)
            .module();
    Engine engine = Engine.builder().build();
    Instance instance = engine.instantiate(FixedRun.of(kernel, 42), engine.imports());
    List<Value> results = engine.invoke(instance, "run");
    return Double.longBitsToDouble(((Value.I64) results.getFirst()).value());
  }
}
