package dev.wasmscope.app.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.ProgramThreads;
import dev.wasmscope.engine.runtime.Extern;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Imports;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.ValueScope;
import dev.wasmscope.engine.runtime.ValueText;
import dev.wasmscope.engine.wasi.Wasi;
import dev.wasmscope.engine.wasi.WasiThreads;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A sample, instantiated. */
final class SampleProgram implements AutoCloseable {
  private final Engine engine = Engine.builder().build();
  private final ProgramThreads threads = new ProgramThreads(engine);
  private final Instance instance;

  private SampleProgram(Module module, Consumer<Imports> offer) {
    Imports imports = engine.imports();
    new WasiThreads(engine.store(), threads).provide(imports);
    offer.accept(imports);
    instance = engine.instantiate(module, imports);
  }

  /** A sample that was compiled, with the WASI it imports. */
  static SampleProgram compiled(Sample sample, Wasi wasi) {
    byte[] file = SampleIndex.bytes(sample.module());
    return new SampleProgram(BinaryReader.read(file, FeatureSet.DEFAULT).module(), wasi::provide);
  }

  /** A sample that was written as text. */
  static SampleProgram text(Sample sample) {
    byte[] file = SampleIndex.bytes(sample.module());
    ParsedModule parsed = WatParser.parse(file, FeatureSet.DEFAULT);
    assertEquals(List.of(), parsed.diagnostics(), sample.name());
    return new SampleProgram(parsed.module(), _ -> {});
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

  private List<Value> values(List<ValType> types, List<String> texts) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      values.add(ValueText.parse(types.get(i), texts.get(i), ValueScope.of(instance)));
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

  @Override
  public void close() {
    threads.close();
  }
}
