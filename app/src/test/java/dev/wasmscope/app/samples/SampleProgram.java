package dev.wasmscope.app.samples;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueText;
import dev.wasmscope.engine.wasi.Wasi;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** A sample, instantiated. */
final class SampleProgram {
  private final Engine engine = Engine.builder().build();
  private final Instance instance;

  /** A sample that was compiled, with the WASI it imports. */
  SampleProgram(Sample sample, Wasi wasi) {
    BinaryModule binary = BinaryReader.read(SampleIndex.bytes(sample.module()), FeatureSet.DEFAULT);
    Imports imports = engine.imports();
    wasi.provide(imports);
    instance = engine.instantiate(binary.module(), binary.spans(), imports);
  }

  /** Calls an export with arguments as text. */
  List<Value> call(String export, List<String> args) {
    FunctionInstance function = instance.exportedFunction(export).orElseThrow();
    return engine.mainThread().invoke(function, values(function.type().params(), args));
  }

  /** Values of the types of an export's results. */
  List<Value> results(String export, List<String> texts) {
    return values(instance.exportedFunction(export).orElseThrow().type().results(), texts);
  }

  private static List<Value> values(List<ValType> types, List<String> texts) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      values.add(ValueText.parse(types.get(i), texts.get(i)));
    }
    return values;
  }

  /** An exported tag. */
  Extern tag(String export) {
    return instance.export(export).orElseThrow();
  }

  byte[] memory(long address, int length) {
    return instance.exportedMemory("memory").orElseThrow().read(address, length);
  }
}
