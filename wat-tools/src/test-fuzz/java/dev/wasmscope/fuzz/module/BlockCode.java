package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** Structured control with parameters and results. */
final class BlockCode implements Family {

  private final Code code;
  private final Body body;
  private final Chance chance;

  BlockCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  @Override
  public List<Way> values(ValType type) {
    return List.of(new Way(5, () -> any(List.of(type))));
  }

  @Override
  public List<Way> statements() {
    return List.of(
        new Way(14, () -> any(List.of())),
        new Way(
            4,
            () -> {
              List<ValType> results = code.layout.types.values(chance, 3);
              any(results);
              code.sinks(results);
            }));
  }

  private void any(List<ValType> results) {
    List<ValType> params = chance.oneIn(3) ? code.layout.types.values(chance, 2) : List.of();
    code.values(params);
    FuncType type = new FuncType(params, results);
    switch (chance.below(3)) {
      case 0 -> block(type);
      case 1 -> loop(type);
      default -> choice(type);
    }
  }

  private void block(FuncType type) {
    body.open(Opcode.BLOCK, type);
    contents(type);
    body.end();
  }

  /** The parameters wait below the first statements. */
  private void contents(FuncType type) {
    code.statements();
    code.sinks(type.params());
    code.statements();
    code.values(type.results());
  }

  /** Every round takes fuel; rounds are counted besides, most often. */
  private void loop(FuncType type) {
    int counter = body.fresh(NumType.I32);
    body.i32(1 + (chance.oneIn(8) ? chance.below(100) : chance.below(6)));
    VariableCode.localSet(body, counter);
    body.open(Opcode.LOOP, type);
    code.burn();
    contents(type);
    if (type.params().isEmpty() && type.results().isEmpty()) {
      countDown(counter);
      body.emit(Opcode.BR_IF, Space.LABEL, 0);
    } else if (type.results().isEmpty()) {
      code.values(type.params());
      countDown(counter);
      body.emit(Opcode.BR_IF, Space.LABEL, 0);
      code.sinks(type.params());
    }
    body.end();
  }

  private void countDown(int counter) {
    VariableCode.localGet(body, counter);
    body.i32(1);
    body.emit(Opcode.I32_SUB);
    VariableCode.localTee(body, counter);
    body.i32(0);
    body.emit(Opcode.I32_GT_S);
  }

  private void choice(FuncType type) {
    code.value(NumType.I32);
    body.open(Opcode.IF, type);
    contents(type);
    if (!type.params().equals(type.results()) || chance.oneIn(2)) {
      body.emit(Opcode.ELSE);
      contents(type);
    }
    body.end();
  }
}
