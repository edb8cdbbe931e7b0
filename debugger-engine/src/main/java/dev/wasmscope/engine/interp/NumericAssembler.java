package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.Int128;
import dev.wasmscope.engine.numeric.Semantics;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.List;

/** Assembles the execution of numeric rows: operands, the row's method, results. */
final class NumericAssembler extends RowAssembler {

  private static final ClassDesc CD_INT128 = desc(Int128.class);

  private final int laneLocal;
  private final int lanesLocal;

  private NumericAssembler(int objectsLocal, int spLocal, int laneLocal, int lanesLocal) {
    super(2, objectsLocal, spLocal);
    this.laneLocal = laneLocal;
    this.lanesLocal = lanesLocal;
  }

  /** Assembles {@link WideStep}. */
  static NumericAssembler wide() {
    return new NumericAssembler(-1, 3, -1, -1);
  }

  /** Assembles {@link VectorStep}. */
  static NumericAssembler vector() {
    return new NumericAssembler(3, 4, 5, 6);
  }

  @Override
  void emit(CodeBuilder code, Opcode row) {
    Signature.Fixed signature = (Signature.Fixed) row.signature();
    Method method =
        Semantics.method(row.mnemonic())
            .orElseThrow(() -> new IllegalStateException("no semantics of " + row.mnemonic()));
    int params = signature.params().size();
    if (method.getReturnType() == Int128.class) {
      pushOperands(code, row, signature.params());
      call(code, method);
      storePair(code, params);
      return;
    }
    ValType result = signature.results().getFirst();
    pushSlot(code, result, params);
    pushOperands(code, row, signature.params());
    call(code, method);
    storeResult(code, result);
    pushSp(code, 1 - params);
    code.ireturn();
  }

  private void pushOperands(CodeBuilder code, Opcode row, List<ValType> params) {
    for (int i = 0; i < params.size(); i++) {
      pushOperand(code, params.get(i), params.size() - i);
    }
    switch (row.immediate()) {
      case LANE -> code.iload(laneLocal);
      case LANES16 -> code.aload(lanesLocal);
      default -> {}
    }
  }

  private void storePair(CodeBuilder code, int params) {
    int pair = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(pair);
    MethodTypeDesc getter = MethodTypeDesc.of(ConstantDescs.CD_long);
    pushSlot(code, NumType.I64, params);
    code.aload(pair).invokevirtual(CD_INT128, "lo", getter).lastore();
    pushSlot(code, NumType.I64, params - 1);
    code.aload(pair).invokevirtual(CD_INT128, "hi", getter).lastore();
    pushSp(code, 2 - params);
    code.ireturn();
  }
}
