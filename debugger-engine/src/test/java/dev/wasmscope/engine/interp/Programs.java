package dev.wasmscope.engine.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs for tests, written in the text format. */
final class Programs {

  private Programs() {}

  static Module parse(String text) {
    ParsedModule parsed = WatParser.parse(text.getBytes(StandardCharsets.UTF_8), FeatureSet.ALL);
    assertEquals(List.of(), parsed.diagnostics());
    return parsed.module();
  }

  static Instance instantiate(Engine engine, String text) {
    return engine.instantiate(parse(text), engine.imports());
  }

  static WasmFunction function(Instance instance, String export) {
    return (WasmFunction) instance.exportedFunction(export).orElseThrow();
  }
}
