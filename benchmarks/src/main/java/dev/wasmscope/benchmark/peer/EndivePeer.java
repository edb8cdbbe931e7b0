package dev.wasmscope.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ValType;

/** Endive: {@code EndivePeer KERNEL.wasm compiler|interpreter}. */
public final class EndivePeer {

  private EndivePeer() {}

  public static void main(String[] args) throws IOException {
    WasmModule module = Parser.parse(Path.of(args[0]));
    Instance.Builder builder = Instance.builder(module);
    if (args[1].equals("compiler")) {
      builder.withMachineFactory(MachineFactoryCompiler.compile(module));
    }
    Instance instance = builder.build();
    boolean isDouble = instance.exportType("run").returns().getFirst().equals(ValType.F64);
    ExportFunction run = instance.export("run");
    PeerLoop.serveHere(
        n -> {
          long bits = run.apply(n)[0];
          return isDouble ? Double.longBitsToDouble(bits) : (int) bits;
        });
  }
}
