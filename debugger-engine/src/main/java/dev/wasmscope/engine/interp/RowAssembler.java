package dev.wasmscope.engine.interp;

import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;

/** Assembles a method that executes one instruction, whose number is its first parameter. */
abstract class RowAssembler extends StepAssembler {

  private static final int OP_LOCAL = 1;

  RowAssembler(int stackLocal, int objectsLocal, int spLocal) {
    super(stackLocal, objectsLocal, spLocal);
  }

  /** Emits the instructions of one row, up to and with the return of the new {@code sp}. */
  abstract void emit(CodeBuilder code, Opcode row);

  @Override
  final void emitMethod(CodeBuilder code, List<Opcode> rows, int first) {
    Cases cases = new Cases(code, OP_LOCAL);
    for (int i = 0; i < rows.size(); i++) {
      Opcode row = rows.get(i);
      cases.add(first + i, () -> emit(code, row));
    }
    Label unknown = code.newLabel();
    cases.emit(first, first + rows.size() - 1, unknown);
    ClassDesc error = ClassDesc.of(AssertionError.class.getName());
    code.labelBinding(unknown)
        .new_(error)
        .dup()
        .invokespecial(error, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .athrow();
  }
}
