package dev.wasmscope.wasm.suite;

import dev.wasmscope.wasm.binary.BinaryModule;
import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.inspect.CallGraph;
import dev.wasmscope.wasm.inspect.CustomFacts;
import dev.wasmscope.wasm.inspect.Disassembly;
import dev.wasmscope.wasm.inspect.FeatureReport;
import dev.wasmscope.wasm.inspect.FunctionSizes;
import dev.wasmscope.wasm.inspect.ModuleFacts;
import dev.wasmscope.wasm.inspect.SectionTable;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.WatPrinter;
import dev.wasmscope.wasm.valid.CodeInfos;
import dev.wasmscope.wasm.valid.ModuleValidator;
import java.util.Arrays;

/** What is done with a binary of whatever content. */
final class BinaryTrial {

  private BinaryTrial() {}

  /** Reads, and as far as that goes, inspects, validates, prints and writes again. */
  static void module(byte[] bytes) {
    BinaryModule read;
    try {
      SectionTable.of(bytes);
      read = BinaryReader.read(bytes, FeatureSet.ALL);
    } catch (DiagnosticException _) {
      return;
    }
    inspect(read.module());
    if (ModuleValidator.validate(read.module(), FeatureSet.ALL, read.spans()).isEmpty()) {
      valid(read.module());
    }
  }

  private static void inspect(Module module) {
    ModuleFacts.of(module);
    module.customs().forEach(CustomFacts::of);
  }

  private static void valid(Module module) {
    FeatureReport.of(module);
    CallGraph.of(module);
    CodeInfos infos = CodeInfos.of(module);
    IndexSpaces spaces = IndexSpaces.of(module);
    FunctionSizes.of(spaces);
    for (int f = spaces.importedFunctions(); f < spaces.functions().size(); f++) {
      infos.get(f);
      Disassembly.of(spaces, f);
    }
    WatPrinter.print(module, PrintOptions.FLAT);
    WatPrinter.print(module, PrintOptions.FOLDED);
    byte[] written = BinaryWriter.write(module);
    Module again = BinaryReader.read(written, FeatureSet.ALL).module();
    if (!again.equals(module)) {
      throw new IllegalStateException("decode(encode(m)) differs from m");
    }
    if (!Arrays.equals(written, BinaryWriter.write(again))) {
      throw new IllegalStateException("encode(decode(bytes)) differs from the bytes");
    }
  }
}
