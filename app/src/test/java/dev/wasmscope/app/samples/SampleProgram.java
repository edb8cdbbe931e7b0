package dev.wasmscope.app.samples;

import dev.wasmscope.engine.interp.Interpreter;
import dev.wasmscope.engine.probe.Probes;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Linker;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.StoreLimits;
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
  private final Store store = new Store(StoreLimits.DEFAULT);
  private final WasmThread thread = new Interpreter(store, new Probes()).newThread("main");
  private final Imports imports = new Imports(store);
  private final Instance instance;

  private SampleProgram(BinaryModule binary, Wasi wasi) {
    if (wasi != null) {
      wasi.provide(imports);
    }
    instance = new Linker(store, thread).instantiate(binary.module(), binary.spans(), imports);
  }

  static SampleProgram of(Sample sample, Wasi wasi) {
    byte[] module = SampleIndex.bytes(sample.module());
    return new SampleProgram(BinaryReader.read(module, FeatureSet.DEFAULT), wasi);
  }

  /** Calls an export with arguments as text. */
  List<Value> call(String export, List<String> args) {
    FunctionInstance function = instance.exportedFunction(export).orElseThrow();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      values.add(ValueText.parse(function.type().params().get(i), args.get(i)));
    }
    return thread.invoke(function, values);
  }

  /** Values of the types of an export's results. */
  List<Value> results(String export, List<String> texts) {
    List<ValType> types = instance.exportedFunction(export).orElseThrow().type().results();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      values.add(ValueText.parse(types.get(i), texts.get(i)));
    }
    return values;
  }

  byte[] memory(long address, int length) {
    return instance.exportedMemory("memory").orElseThrow().read(address, length);
  }
}
