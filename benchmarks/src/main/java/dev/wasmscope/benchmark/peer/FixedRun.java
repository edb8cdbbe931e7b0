package dev.wasmscope.benchmark.peer;

import dev.wasmscope.wasm.binary.ByteWriter;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Export;
import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.module.Function;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.module.ModuleBuilder;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.SubType;
import java.util.List;

/** Kernels whose only export takes nothing and gives the result as the bits of a double. */
final class FixedRun {

  private static final FuncType TYPE = new FuncType(List.of(), List.of(NumType.I64));

  private FixedRun() {}

  /** A kernel that executes {@code run} of the given one with {@code n}. */
  static Module of(Module kernel, int n) {
    Export run =
        kernel.exports().stream().filter(e -> e.name().equals("run")).findFirst().orElseThrow();
    ModuleBuilder fixed = new ModuleBuilder();
    fixed.types.addAll(kernel.types());
    fixed.types.add(new RecGroup(List.of(SubType.of(TYPE))));
    fixed.functions.addAll(kernel.functions());
    fixed.functions.add(
        new Function(typeCount(kernel), body(n, run.index(), isInteger(kernel, run))));
    fixed.tables.addAll(kernel.tables());
    fixed.memories.addAll(kernel.memories());
    fixed.tags.addAll(kernel.tags());
    fixed.globals.addAll(kernel.globals());
    fixed.exports.add(new Export("run", ExternKind.FUNC, kernel.functions().size()));
    fixed.elements.addAll(kernel.elements());
    fixed.data.addAll(kernel.data());
    return fixed.hasDataCount(kernel.hasDataCount()).names(Names.NONE).build();
  }

  private static int typeCount(Module module) {
    return module.types().stream().mapToInt(group -> group.types().size()).sum();
  }

  private static boolean isInteger(Module kernel, Export run) {
    int type = kernel.functions().get(run.index()).typeIndex();
    FuncType signature =
        (FuncType)
            kernel.types().stream()
                .flatMap(group -> group.types().stream())
                .skip(type)
                .findFirst()
                .orElseThrow()
                .composite();
    return signature.results().equals(List.of(NumType.I32));
  }

  private static ByteSlice body(int n, int run, boolean isInteger) {
    ByteWriter body = new ByteWriter().u32(0).opcode(Opcode.I32_CONST).signed(n);
    body.opcode(Opcode.CALL).u32(run);
    if (isInteger) {
      body.opcode(Opcode.F64_CONVERT_I32_S);
    }
    return body.opcode(Opcode.I64_REINTERPRET_F64).opcode(Opcode.END).toSlice();
  }
}
