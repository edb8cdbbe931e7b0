package dev.wasmscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.engine.Engine;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {

  private final Engine engine = Engine.builder().build();

  static List<Kernel> kernels() {
    return Kernel.all();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void everyKernelIsValidAndRuns(Kernel kernel) {
    BinaryModule read = BinaryReader.read(kernel.binary(), FeatureSet.ALL);
    assertEquals(List.of(), ModuleValidator.validate(read.module(), FeatureSet.ALL, read.spans()));
    Instance instance = engine.instantiate(read.module(), engine.imports());
    List<Value> results = engine.invoke(instance, "run", Value.i32(1));
    assertTrue(results.getFirst() instanceof Value.I32 || results.getFirst() instanceof Value.F64);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theFunctionThatIsNeverCalledIsTheFirst(Kernel kernel) {
    BinaryModule read = BinaryReader.read(kernel.binary(), FeatureSet.ALL);
    Instance instance = engine.instantiate(read.module(), engine.imports());
    assertEquals(instance.function(0), instance.exportedFunction("elsewhere").orElseThrow());
  }

  @Test
  void vectorsAndTheirScalarTwinsGiveTheSameResult() {
    for (Kernel kernel : kernels().stream().filter(k -> k.group().equals("simd")).toList()) {
      Kernel twin = new Kernel("scalar", kernel.name(), kernel.n());
      assertTrue(kernels().contains(twin), kernel + " has a twin with the same amount of work");
      assertEquals(result(twin), result(kernel), kernel.toString());
    }
  }

  private List<Value> result(Kernel kernel) {
    Instance instance =
        engine.instantiate(
            BinaryReader.read(kernel.binary(), FeatureSet.ALL).module(), engine.imports());
    return engine.invoke(instance, "run", Value.i32(3));
  }
}
