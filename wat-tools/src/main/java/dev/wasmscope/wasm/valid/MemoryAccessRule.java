package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.type.AddressType;

/** Loads, stores and atomic accesses (§3.4.11, threads proposal). */
final class MemoryAccessRule implements Rule {

  private static final int V128_BYTES = 16;

  private final int[] narrow;
  private final int[] wide;
  private final int[] results;
  private final int naturalAlignment;
  private final boolean atomic;
  private final int lanes;

  private MemoryAccessRule(Opcode opcode, Signature.MemoryAccess access) {
    int[] params = TypeCodes.of(access.params());
    narrow = withAddress(TypeCodes.I32, params);
    wide = withAddress(TypeCodes.I64, params);
    results = TypeCodes.of(access.results());
    naturalAlignment = Integer.numberOfTrailingZeros(access.width());
    atomic = opcode.feature() == Feature.THREADS;
    lanes = opcode.immediate() == Immediate.MEMARG_LANE ? V128_BYTES / access.width() : 0;
  }

  static Rule of(Opcode opcode, Signature.MemoryAccess access) {
    return new MemoryAccessRule(opcode, access);
  }

  private static int[] withAddress(int address, int[] params) {
    int[] all = new int[params.length + 1];
    all[0] = address;
    System.arraycopy(params, 0, all, 1, params.length);
    return all;
  }

  @Override
  public void check(CodeValidator in) {
    AddressType address = MemoryRules.memory(in, in.in.memory());
    checkAlignment(in);
    if (address == AddressType.I32 && in.in.memoryOffset() >>> Integer.SIZE != 0) {
      throw in.error(
          DiagnosticCode.OFFSET_RANGE,
          ": " + Long.toUnsignedString(in.in.memoryOffset()) + " in a memory of 32 bits");
    }
    if (lanes > 0) {
      FixedRule.checkLane(in, lanes);
    }
    in.pop(address == AddressType.I32 ? narrow : wide);
    in.stack.push(results);
  }

  private void checkAlignment(CodeValidator in) {
    int alignment = in.in.alignment();
    if (atomic ? alignment != naturalAlignment : alignment > naturalAlignment) {
      throw in.error(
          atomic ? DiagnosticCode.ATOMIC_ALIGNMENT : DiagnosticCode.ALIGNMENT,
          ": found 2^" + alignment + ", natural is " + (1 << naturalAlignment));
    }
  }
}
