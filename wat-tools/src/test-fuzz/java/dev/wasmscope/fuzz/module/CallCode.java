package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Calls in all forms, mostly of functions with a lower index; the fuel ends recursion. */
final class CallCode implements Family {

  private final Code code;
  private final Body body;
  private final Chance chance;
  private final Layout layout;

  CallCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
    layout = code.layout;
  }

  private List<Integer> callees(IntPredicate wanted) {
    int end = chance.oneIn(10) ? body.function + 1 : body.function;
    return IntStream.range(0, end).filter(wanted).boxed().toList();
  }

  @Override
  public List<Way> values(ValType type) {
    List<Integer> callees = callees(f -> layout.function(f).results().equals(List.of(type)));
    return callees.isEmpty() ? List.of() : List.of(new Way(5, () -> call(chance.any(callees))));
  }

  @Override
  public List<Way> statements() {
    return List.of(
        new Way(
            6,
            () -> {
              int callee = chance.any(callees(_ -> true));
              call(callee);
              code.sinks(layout.function(callee).results());
            }),
        new Way(2, this::tail));
  }

  private void call(int callee) {
    code.values(layout.function(callee).params());
    int type = layout.functions.get(callee);
    switch (chance.below(3)) {
      case 0 -> body.emit(Opcode.CALL, Space.FUNCTION, callee);
      case 1 -> indirect(Opcode.CALL_INDIRECT, callee, type);
      default -> {
        body.emit(Opcode.REF_FUNC, Space.FUNCTION, callee);
        body.emit(Opcode.CALL_REF, Space.TYPE, type);
      }
    }
  }

  private void indirect(Opcode opcode, int callee, int type) {
    if (chance.oneIn(80)) {
      code.value(NumType.I32);
    } else {
      body.i32(callee);
    }
    body.emit(
        opcode, new Operand.Index(Space.TYPE, type), new Operand.Index(Space.TABLE, Layout.CALLS));
  }

  /** A tail call on some condition. */
  private void tail() {
    List<ValType> results = layout.function(body.function).results();
    List<Integer> callees = callees(f -> layout.function(f).results().equals(results));
    if (callees.isEmpty()) {
      return;
    }
    int callee = chance.any(callees);
    int type = layout.functions.get(callee);
    code.index(NumType.I32, 8);
    body.emit(Opcode.I32_EQZ);
    body.open(Opcode.IF, FuncType.EMPTY);
    code.values(layout.function(callee).params());
    switch (chance.below(3)) {
      case 0 -> body.emit(Opcode.RETURN_CALL, Space.FUNCTION, callee);
      case 1 -> indirect(Opcode.RETURN_CALL_INDIRECT, callee, type);
      default -> {
        body.emit(Opcode.REF_FUNC, Space.FUNCTION, callee);
        body.emit(Opcode.RETURN_CALL_REF, Space.TYPE, type);
      }
    }
    body.end();
  }
}
