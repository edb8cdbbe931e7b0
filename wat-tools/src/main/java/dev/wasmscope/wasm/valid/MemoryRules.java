package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.AddressType;
import java.util.Map;

/** Memory instructions without an argument of alignment and offset (§3.4.11). */
final class MemoryRules {

  private MemoryRules() {}

  static Map<Opcode, Rule> all() {
    return Map.of(
        Opcode.MEMORY_SIZE, in -> in.push(address(in, in.in.index())),
        Opcode.MEMORY_GROW, MemoryRules::grow,
        Opcode.MEMORY_FILL, MemoryRules::fill,
        Opcode.MEMORY_COPY, MemoryRules::copy,
        Opcode.MEMORY_INIT, MemoryRules::init,
        Opcode.DATA_DROP, in -> checkData(in, in.in.index()));
  }

  /** What addresses memory {@code index}. */
  static AddressType memory(CodeValidator in, int index) {
    AddressType[] memories = in.context.memoryAddresses;
    if (Integer.compareUnsigned(index, memories.length) >= 0) {
      throw in.unknown(DiagnosticCode.UNKNOWN_MEMORY, index);
    }
    return memories[index];
  }

  static int address(CodeValidator in, int index) {
    return memory(in, index) == AddressType.I32 ? TypeCodes.I32 : TypeCodes.I64;
  }

  static void checkData(CodeValidator in, int index) {
    if (Integer.compareUnsigned(index, in.context.module.data().size()) >= 0) {
      throw in.unknown(DiagnosticCode.UNKNOWN_DATA, index);
    }
    if (!in.context.module.hasDataCount()) {
      throw in.error(DiagnosticCode.DATA_COUNT_REQUIRED, ": " + in.in.opcode().mnemonic());
    }
  }

  private static void grow(CodeValidator in) {
    int address = address(in, in.in.index());
    in.pop(address);
    in.push(address);
  }

  private static void fill(CodeValidator in) {
    int address = address(in, in.in.index());
    in.pop(address, TypeCodes.I32, address);
  }

  private static void copy(CodeValidator in) {
    int to = address(in, in.in.index());
    int from = address(in, in.in.index2());
    in.pop(to, from, Math.min(to, from));
  }

  private static void init(CodeValidator in) {
    int to = address(in, in.in.index2());
    checkData(in, in.in.index());
    in.pop(to, TypeCodes.I32, TypeCodes.I32);
  }
}
