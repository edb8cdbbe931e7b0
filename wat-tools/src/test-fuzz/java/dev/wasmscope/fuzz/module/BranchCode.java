package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import dev.wasmscope.wasm.type.VecType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Branches to any label around, and code behind them that is never reached. */
final class BranchCode implements Family {

  private final Code code;
  private final Body body;
  private final Chance chance;

  BranchCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  @Override
  public List<Way> values(ValType type) {
    return List.of();
  }

  @Override
  public List<Way> statements() {
    return List.of(
        new Way(5, this::conditional),
        new Way(3, () -> guarded(this::branch)),
        new Way(2, () -> guarded(this::table)),
        new Way(1, () -> guarded(this::leave)));
  }

  private void conditional() {
    int depth = chance.below(body.labels());
    code.values(body.label(depth).types());
    code.value(NumType.I32);
    body.emit(Opcode.BR_IF, Space.LABEL, depth);
    code.sinks(body.label(depth).types());
  }

  /** What leads away happens rarely, so that the code behind it is reached too. */
  private void guarded(Runnable away) {
    code.value(NumType.I32);
    body.i32(7);
    body.emit(Opcode.I32_AND);
    body.emit(Opcode.I32_EQZ);
    body.open(Opcode.IF, FuncType.EMPTY);
    away.run();
    unreachable();
    body.end();
  }

  private void branch() {
    int depth = chance.below(body.labels());
    code.values(body.label(depth).types());
    body.emit(Opcode.BR, Space.LABEL, depth);
  }

  private void table() {
    List<ValType> types = body.label(chance.below(body.labels())).types();
    List<Integer> alike =
        IntStream.range(0, body.labels())
            .filter(depth -> body.label(depth).types().equals(types))
            .boxed()
            .toList();
    code.values(types);
    code.index(NumType.I32, 8);
    List<Integer> labels = new ArrayList<>();
    for (int i = chance.below(9); i >= 0; i--) {
      labels.add(chance.any(alike));
    }
    body.emit(Opcode.BR_TABLE, new Operand.Labels(labels));
  }

  private void leave() {
    if (chance.oneIn(6)) {
      body.emit(Opcode.UNREACHABLE);
    } else {
      code.values(code.layout.function(body.function).results());
      body.emit(Opcode.RETURN);
    }
  }

  /** Code whose operands come from nowhere. */
  private void unreachable() {
    switch (chance.below(8)) {
      case 0 -> {
        body.emit(Opcode.I32_ADD);
        body.emit(Opcode.DROP);
      }
      case 1 -> {
        body.emit(Opcode.SELECT);
        body.emit(Opcode.DROP);
      }
      case 2 -> {
        body.emit(Opcode.REF_AS_NON_NULL);
        body.emit(Opcode.REF_IS_NULL);
        body.emit(Opcode.DROP);
      }
      case 3 -> body.emit(Opcode.BR, Space.LABEL, chance.below(body.labels()));
      case 4 -> body.emit(Opcode.RETURN);
      case 5 -> code.statement();
      case 6 -> {
        body.emit(Opcode.F64X2_ADD);
        code.sink(VecType.V128);
      }
      default -> {}
    }
  }
}
