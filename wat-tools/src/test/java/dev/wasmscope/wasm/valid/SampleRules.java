package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.instr.Opcode;

/** Opens the table of rules to tests of other packages. */
public final class SampleRules {

  private SampleRules() {}

  public static boolean has(Opcode opcode) {
    return RuleTable.ofFunctions(FeatureSet.ALL).of(opcode) != null;
  }
}
