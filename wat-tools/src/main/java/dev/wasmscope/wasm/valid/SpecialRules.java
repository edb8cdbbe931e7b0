package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The rules of {@linkplain Signature.Special special} instructions, by family. Families are asked
 * one after the other, the most frequent first, until the one is there that an instruction is of.
 */
final class SpecialRules {

  private static final Iterator<Supplier<Map<Opcode, Rule>>> REMAINING =
      List.<Supplier<Map<Opcode, Rule>>>of(
              VariableRules::all,
              ControlRules::all,
              CallRules::all,
              ParametricRules::all,
              BranchRules::all,
              MemoryRules::all,
              ReferenceRules::all,
              TableRules::all,
              StructRules::all,
              ArrayRules::all,
              CastRules::all,
              ExceptionRules::all,
              LegacyExceptionRules::all,
              StringRules::all)
          .iterator();

  private static final Map<Opcode, Rule> KNOWN = new HashMap<>();

  private SpecialRules() {}

  /** The rule of a special instruction, or null if no family has one. */
  static synchronized Rule of(Opcode opcode) {
    while (!KNOWN.containsKey(opcode) && REMAINING.hasNext()) {
      KNOWN.putAll(REMAINING.next().get());
    }
    return KNOWN.get(opcode);
  }
}
