package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.MemoryType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** Whole memories and stretches of them: size, grow, fill, copy, init, drop. */
final class BulkCode implements Family {

  private final Code code;
  private final Body body;
  private final Chance chance;

  BulkCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  @Override
  public List<Way> values(ValType type) {
    int memory = chance.below(code.layout.memories.size());
    return type == type(memory)
        ? List.of(new Way(2, () -> size(memory)), new Way(1, () -> grow(memory)))
        : List.of();
  }

  private NumType type(int memory) {
    return code.layout.memories.get(memory).address().type();
  }

  private void size(int memory) {
    body.emit(Opcode.MEMORY_SIZE, MemoryCode.index(memory));
  }

  private void grow(int memory) {
    body.address(type(memory), chance.oneIn(20) ? chance.i64() : chance.below(2));
    body.emit(Opcode.MEMORY_GROW, MemoryCode.index(memory));
  }

  @Override
  public List<Way> statements() {
    return List.of(
        new Way(2, this::fill),
        new Way(2, this::copy),
        new Way(2, this::init),
        new Way(1, this::dropData));
  }

  private int start() {
    int memory = chance.below(code.layout.memories.size());
    MemoryType type = code.layout.memories.get(memory);
    code.value(type(memory));
    if (!chance.oneIn(60)) {
      body.address(type(memory), MemoryCode.mask(type));
      body.emit(type(memory) == NumType.I64 ? Opcode.I64_AND : Opcode.I32_AND);
    }
    return memory;
  }

  private void fill() {
    int memory = start();
    code.value(NumType.I32);
    body.address(type(memory), chance.below(65));
    body.emit(Opcode.MEMORY_FILL, MemoryCode.index(memory));
  }

  private void copy() {
    int to = start();
    int from = start();
    boolean wide = type(to) == NumType.I64 && type(from) == NumType.I64;
    body.address(wide ? NumType.I64 : NumType.I32, chance.below(65));
    body.emit(Opcode.MEMORY_COPY, MemoryCode.index(to), MemoryCode.index(from));
  }

  private void init() {
    int memory = start();
    code.index(NumType.I32, Layout.DATA_SIZE / 2);
    body.i32(chance.oneIn(20) ? Layout.DATA_SIZE : chance.below(Layout.DATA_SIZE / 2));
    body.emit(
        Opcode.MEMORY_INIT,
        new Operand.Index(Space.DATA, chance.below(code.layout.data)),
        MemoryCode.index(memory));
  }

  private void dropData() {
    if (chance.oneIn(10)) {
      body.emit(Opcode.DATA_DROP, Space.DATA, chance.below(code.layout.data));
    }
  }
}
