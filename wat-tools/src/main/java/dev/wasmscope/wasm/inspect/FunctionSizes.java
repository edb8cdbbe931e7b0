package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.module.IndexSpaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sizes of functions. */
public final class FunctionSizes {

  private FunctionSizes() {}

  /**
   * All functions that the module defines, the largest first.
   *
   * @throws dev.wasmscope.wasm.source.DiagnosticException if code is malformed
   */
  public static List<FunctionSize> of(IndexSpaces spaces) {
    List<FunctionSize> sizes = new ArrayList<>();
    for (int f = spaces.importedFunctions(); f < spaces.functions().size(); f++) {
      sizes.add(of(spaces, f));
    }
    sizes.sort(Comparator.comparingInt(FunctionSize::bytes).reversed());
    return sizes;
  }

  private static FunctionSize of(IndexSpaces spaces, int function) {
    var body = spaces.defined(function).body();
    CodeReader code = CodeReader.ofBody(body);
    int instructions = 0;
    int calls = 0;
    while (!code.atEnd()) {
      Opcode opcode = code.next();
      instructions++;
      if (opcode == Opcode.CALL || opcode == Opcode.RETURN_CALL) {
        calls++;
      }
    }
    return new FunctionSize(
        function, spaces.displayName(function), body.length(), instructions, calls);
  }
}
