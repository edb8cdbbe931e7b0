package dev.wasmscope.fuzz.module;

import dev.wasmscope.wasm.binary.Operand;
import dev.wasmscope.wasm.binary.Operand.Space;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.RefType;
import dev.wasmscope.wasm.type.ValType;
import java.util.List;

/** Tests and casts of references, and branches on them. */
final class CastCode implements Family {

  private final Code code;
  private final Body body;
  private final Chance chance;

  CastCode(Code code) {
    this.code = code;
    body = code.body;
    chance = code.chance;
  }

  private RefType top(RefType type) {
    return new RefType(true, code.layout.types.top(type.heap()));
  }

  @Override
  public List<Way> values(ValType type) {
    if (type == NumType.I32) {
      return List.of(new Way(4, this::test));
    }
    return type instanceof RefType ref && (ref.nullable() || code.constants.isInhabited(ref))
        ? List.of(
            new Way(1, () -> cast(ref)),
            new Way(3, () -> branch(ref)),
            new Way(3, () -> branchOnFailure(ref)))
        : List.of();
  }

  private void test() {
    RefType type = code.layout.types.reference(chance);
    code.value(top(type));
    body.emit(chance.oneIn(2) ? Opcode.REF_TEST : Opcode.REF_TEST_NULL, heap(type));
  }

  private static Operand heap(RefType type) {
    return new Operand.Heap(type.heap());
  }

  private void cast(RefType type) {
    code.value(chance.oneIn(4) ? top(type) : type);
    body.emit(type.nullable() ? Opcode.REF_CAST_NULL : Opcode.REF_CAST, heap(type));
  }

  /** What the cast gives, or another value where it fails. */
  private void branch(RefType type) {
    body.open(Opcode.BLOCK, new FuncType(List.of(), List.of(type)));
    code.value(top(type));
    onCast(Opcode.BR_ON_CAST, type);
    body.emit(Opcode.DROP);
    code.value(type);
    body.end();
  }

  private void branchOnFailure(RefType type) {
    RefType top = top(type);
    body.open(Opcode.BLOCK, new FuncType(List.of(), List.of(type)));
    body.open(Opcode.BLOCK, new FuncType(List.of(), List.of(top)));
    code.value(top);
    onCast(Opcode.BR_ON_CAST_FAIL, type);
    body.emit(Opcode.BR, Space.LABEL, 1);
    body.end();
    body.emit(Opcode.DROP);
    code.value(type);
    body.end();
  }

  private void onCast(Opcode opcode, RefType type) {
    body.emit(
        opcode,
        new Operand.CastFlags(true, type.nullable()),
        new Operand.Index(Space.LABEL, 0),
        heap(top(type)),
        heap(type));
  }

  @Override
  public List<Way> statements() {
    return List.of();
  }
}
