package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Loads, stores and atomic accesses: all rows of the table of that kind. */
final class MemoryCode implements Family {

  private static final int ATOMIC = 0xFE;

  private static final Map<List<ValType>, List<Opcode>> ROWS =
      Arrays.stream(Opcode.values())
          .filter(row -> row.signature() instanceof Signature.MemoryAccess)
          .collect(Collectors.groupingBy(row -> access(row).results()));

  private final Code code;
  private final Body body;
  private final Chance chance;

  MemoryCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  private static Signature.MemoryAccess access(Opcode row) {
    return (Signature.MemoryAccess) row.signature();
  }

  @Override
  public List<Way> values(ValType type) {
    return ROWS.containsKey(List.of(type))
        ? List.of(new Way(10, () -> row(chance.any(ROWS.get(List.of(type))))))
        : List.of();
  }

  @Override
  public List<Way> statements() {
    return List.of(
        new Way(12, () -> row(chance.any(ROWS.get(List.of())))),
        new Way(1, () -> body.emit(Opcode.ATOMIC_FENCE)));
  }

  private void row(Opcode row) {
    Signature.MemoryAccess access = access(row);
    int memory = chance.below(code.layout.memories.size());
    boolean wild = address(memory);
    if (isWait(row) && !code.layout.memories.get(memory).shared() && !chance.oneIn(10)) {
      // Waiting on what nobody else can see is a trap.
      body.emit(Opcode.DROP);
      code.value(access.results().getFirst());
      return;
    }
    if (isWait(row)) {
      code.value(access.params().getFirst());
      body.i64(0);
    } else {
      code.values(access.params());
    }
    body.emit(row, operands(row, memory, access.width(), wild));
  }

  /** Nobody notifies: only waiting without patience ends. */
  private static boolean isWait(Opcode row) {
    return row == Opcode.MEMORY_ATOMIC_WAIT32 || row == Opcode.MEMORY_ATOMIC_WAIT64;
  }

  /** Leaves an address with room behind it, aligned for anything; or, rarely, any. */
  private boolean address(int memory) {
    MemoryType type = code.layout.memories.get(memory);
    NumType address = type.address().type();
    code.value(address);
    if (chance.oneIn(100)) {
      return true;
    }
    body.address(address, mask(type));
    body.emit(address == NumType.I64 ? Opcode.I64_AND : Opcode.I32_AND);
    return false;
  }

  /** All addresses in the memory's first size (a power of two) that leave 64 bytes behind them. */
  static long mask(MemoryType type) {
    return (type.limits().min() << type.pageSizeLog2()) - 64;
  }

  private Operand[] operands(Opcode row, int memory, int width, boolean wild) {
    int natural = Integer.numberOfTrailingZeros(width);
    boolean atomic = row.prefix() == ATOMIC;
    long offset = atomic ? (long) chance.below(48 / width) * width : chance.below(48);
    boolean wide = code.layout.memories.get(memory).address().type() == NumType.I64;
    if (wild && chance.oneIn(2)) {
      offset = wide ? chance.i64() : chance.i32() & 0xFFFF_FFFFL;
    }
    Operand argument =
        new Operand.MemoryArgument(atomic ? natural : chance.below(natural + 1), memory, offset);
    return row.immediate() == Immediate.MEMARG_LANE
        ? new Operand[] {argument, new Operand.Lane(chance.below(16 / width))}
        : new Operand[] {argument};
  }

  /** The index of a memory as an immediate. */
  static Operand index(int memory) {
    return new Operand.Index(Space.MEMORY, memory);
  }
}
