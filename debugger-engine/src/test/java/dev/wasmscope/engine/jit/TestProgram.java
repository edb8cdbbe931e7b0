package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.HostCode;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Compiler;
import dev.wasmscope.engine.tier.Fuel;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.type.FuncType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program in one of the two gears; compiled code is used from the first call on. */
record TestProgram(Instance instance, WasmThread thread, Probes probes, Jit jit, Interpreter gear) {

  /** A program that calls {@code host} as {@code (import "host" "call" (func))}. */
  static TestProgram start(boolean compiled, String text, HostCode host) {
    return start(compiled, text, host, Fuel.UNLIMITED);
  }

  /** A program that has only so much fuel. */
  static TestProgram start(boolean compiled, String text, HostCode host, Fuel fuel) {
    return start(compiled, text, host, fuel, Vectors.AT_ONCE);
  }

  /** A program that holds vectors in this way. */
  static TestProgram start(
      boolean compiled, String text, HostCode host, Fuel fuel, Vectors vectors) {
    Jit jit = new Jit(Runnable::run, fuel, UnitAssembler.HOTSPOT_LIMIT, vectors);
    return start(text, host, jit, compiled ? jit : Compiler.NONE, fuel);
  }

  /** A program that this compiles. */
  static TestProgram start(String text, HostCode host, Jit jit) {
    return start(text, host, jit, jit, Fuel.UNLIMITED);
  }

  private static TestProgram start(
      String text, HostCode host, Jit jit, Compiler compiler, Fuel fuel) {
    ParsedModule parsed = WatParser.parse(text.getBytes(StandardCharsets.UTF_8), FeatureSet.ALL);
    assertEquals(List.of(), parsed.diagnostics());
    Store store = new Store(StoreLimits.DEFAULT);
    Probes probes = new Probes();
    Interpreter gear = new Interpreter(store, probes, compiler, 0, fuel);
    WasmThread thread = gear.newThread("main");
    Imports imports = new Imports(store);
    imports.function("host", "call", new FuncType(List.of(), List.of()), host);
    Instance instance =
        new Linker(store, thread).instantiate(parsed.module(), _ -> Span.at(0), imports);
    return new TestProgram(instance, thread, probes, jit, gear);
  }

  /** A program that needs no host. */
  static TestProgram start(boolean compiled, String text) {
    return start(compiled, text, _ -> {});
  }

  WasmFunction function(String export) {
    return (WasmFunction) instance.exportedFunction(export).orElseThrow();
  }

  /** Calls an exported function, whose numbers are of type {@code i32}. */
  List<Value> call(String export, int... arguments) {
    List<Value> values = java.util.Arrays.stream(arguments).mapToObj(Value::i32).toList();
    return thread.invoke(function(export), values);
  }
}
