package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.AbsHeapType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** References as such: null, equality, i31, the border to the host, branches on null. */
final class ReferenceCode implements Family {

  private final Code code;
  private final Body body;
  private final Chance chance;

  ReferenceCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  @Override
  public List<Way> values(ValType type) {
    if (type == NumType.I32) {
      return List.of(new Way(2, this::isNull), new Way(2, this::equal), new Way(2, this::i31));
    }
    if (!(type instanceof RefType ref)) {
      return List.of();
    }
    List<Way> ways = new ArrayList<>();
    if (code.constants.isInhabited(ref.nonNull())) {
      ways.add(new Way(10, () -> code.constants.of(ref)));
      ways.add(new Way(2, () -> orElse(ref)));
      ways.add(new Way(2, () -> whereNotNull(ref)));
      ways.add(new Way(1, () -> asNotNull(ref)));
    }
    if (matches(AbsHeapType.I31, ref)) {
      ways.add(new Way(8, this::make));
    }
    if (matches(AbsHeapType.EXTERN, ref)) {
      ways.add(new Way(8, () -> convert(AbsHeapType.ANY, ref, Opcode.EXTERN_CONVERT_ANY)));
    }
    if (matches(AbsHeapType.ANY, ref)) {
      ways.add(new Way(3, () -> convert(AbsHeapType.EXTERN, ref, Opcode.ANY_CONVERT_EXTERN)));
    }
    return ways;
  }

  private boolean matches(AbsHeapType heap, RefType type) {
    return code.layout.types.matches(new RefType(false, heap), type);
  }

  private void make() {
    code.value(NumType.I32);
    body.emit(Opcode.REF_I31);
  }

  private void convert(AbsHeapType from, RefType to, Opcode opcode) {
    code.value(new RefType(to.nullable(), from));
    body.emit(opcode);
  }

  private void isNull() {
    code.value(code.layout.types.reference(chance));
    body.emit(Opcode.REF_IS_NULL);
  }

  private void equal() {
    code.value(new RefType(true, AbsHeapType.EQ));
    code.value(new RefType(true, AbsHeapType.EQ));
    body.emit(Opcode.REF_EQ);
  }

  private void i31() {
    code.value(new RefType(chance.oneIn(30), AbsHeapType.I31));
    body.emit(chance.oneIn(2) ? Opcode.I31_GET_S : Opcode.I31_GET_U);
  }

  private void asNotNull(RefType type) {
    code.value(new RefType(chance.oneIn(4), type.heap()));
    body.emit(Opcode.REF_AS_NON_NULL);
  }

  /** A value that is not null, or another that is made when it is. */
  private void orElse(RefType type) {
    RefType sure = type.nonNull();
    body.open(Opcode.BLOCK, new FuncType(List.of(), List.of(sure)));
    code.value(new RefType(true, type.heap()));
    body.emit(Opcode.BR_ON_NON_NULL, Space.LABEL, 0);
    code.value(sure);
    body.end();
  }

  /** The same by the opposite branch. */
  private void whereNotNull(RefType type) {
    RefType sure = type.nonNull();
    body.open(Opcode.BLOCK, new FuncType(List.of(), List.of(sure)));
    body.open(Opcode.BLOCK, FuncType.EMPTY);
    code.value(new RefType(true, type.heap()));
    body.emit(Opcode.BR_ON_NULL, Space.LABEL, 0);
    body.emit(Opcode.BR, Space.LABEL, 1);
    body.end();
    code.value(sure);
    body.end();
  }

  @Override
  public List<Way> statements() {
    return List.of();
  }
}
