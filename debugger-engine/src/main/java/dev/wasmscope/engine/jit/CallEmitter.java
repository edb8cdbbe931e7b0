package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.GearCode;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Emits calls. */
final class CallEmitter {

  private static final ClassDesc CALLEE = ClassDesc.of(GearCode.class.getName());
  private static final ClassDesc CLASSES = ClassDesc.of(InstanceClasses.class.getName());
  private static final ClassDesc FUNCTION = ClassDesc.of(FunctionInstance.class.getName());
  private static final ClassDesc TABLE = ClassDesc.of(TableInstance.class.getName());

  private final Translation at;
  private final CodeBuilder code;

  CallEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits the instruction just read if it is a call; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case CALL -> direct(at.reader().index());
      case CALL_INDIRECT -> indirect();
      case CALL_REF -> byReference();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Emits a call of a function known by its index. */
  void direct(int function) {
    at.mayThrow();
    Signature signature = Signature.of(at.instance().function(function).type());
    prepareSlots(signature);
    at.thread();
    depth();
    arguments(signature);
    code.invokestatic(
        InstanceClasses.linkClass(function),
        InstanceClasses.linkName(function),
        signature.method());
    results(signature);
  }

  private void indirect() {
    loadFromTable("callee");
    callee();
  }

  private void byReference() {
    loadReferred("callee");
    callee();
  }

  /**
   * Pushes the {@link Callee} that an indirect call finds in a table.
   *
   * @param finder the method of {@link InstanceClasses} to ask
   */
  void loadFromTable(String finder) {
    at.mayThrow();
    TableInstance table = at.instance().table(at.reader().index2());
    int index = at.stack().height() - 1;
    at.constants().load(code, at.classes(), InstanceClasses.class);
    at.constants().load(code, table, TableInstance.class);
    at.stack().loadAt(index, false);
    if (!table.is64()) {
      code.invokestatic(
          ClassDesc.of(Memory.class.getName()),
          "unsigned",
          MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_int));
    }
    code.loadConstant(at.instance().typeNumber(at.reader().index()))
        .invokevirtual(
            CLASSES,
            finder,
            MethodTypeDesc.of(CALLEE, TABLE, ConstantDescs.CD_long, ConstantDescs.CD_int));
    at.stack().cut(index);
  }

  /**
   * Pushes the {@link Callee} that the topmost operand refers to.
   *
   * @param finder the method of {@link InstanceClasses} to ask
   */
  void loadReferred(String finder) {
    at.mayThrow();
    int reference = at.stack().height() - 1;
    at.constants().load(code, at.classes(), InstanceClasses.class);
    at.stack().loadAt(reference, false);
    code.invokevirtual(CLASSES, finder, MethodTypeDesc.of(CALLEE, ConstantDescs.CD_Object));
    at.stack().cut(reference);
  }

  /** Pushes the {@link Callee} of a function. */
  void loadKnown(FunctionInstance function) {
    at.constants().load(code, at.classes(), InstanceClasses.class);
    at.constants().load(code, function, FunctionInstance.class);
    code.invokevirtual(CLASSES, "calleeOf", MethodTypeDesc.of(CALLEE, FUNCTION));
  }

  /** The signature of the type that the instruction just read names. */
  Signature signature() {
    int type = at.reader().index();
    return Signature.of((FuncType) at.instance().spaces().types().get(type).composite());
  }

  private void callee() {
    Signature signature = signature();
    ClassDesc type = at.classes().signatures().calleeOf(signature);
    code.checkcast(type);
    prepareSlots(signature);
    at.thread();
    depth();
    arguments(signature);
    code.invokevirtual(type, "call", signature.method());
    results(signature);
  }

  private void depth() {
    code.iload(at.depthVariable()).iconst_1().iadd();
  }

  /** Stores arguments that are too many for Java into scratch slots. */
  private void prepareSlots(Signature signature) {
    if (signature.spills()) {
      argumentsToSlots(signature);
    }
  }

  /** Stores arguments into scratch slots. */
  void argumentsToSlots(Signature signature) {
    int count = signature.params().size();
    int first = at.stack().height() - count;
    SlotMoves moves = new SlotMoves(code, at.threadVariable(), code.allocateLocal(TypeKind.INT));
    moves.claim(count);
    for (int i = 0; i < count; i++) {
      Kind kind = signature.params().get(i);
      moves.address(kind, i);
      at.stack().loadAt(first + i, false);
      moves.store(kind);
    }
    at.stack().cut(first);
  }

  /** Pushes arguments. */
  void arguments(Signature signature) {
    if (!signature.spills()) {
      int count = signature.params().size();
      int first = at.stack().height() - count;
      for (int i = 0; i < count; i++) {
        at.stack().loadAt(first + i, false);
      }
      at.stack().cut(first);
    }
  }

  private void results(Signature signature) {
    at.memoryMayHaveGrown();
    if (!signature.returnsInSlots()) {
      signature.results().forEach(at.stack()::pushComputed);
      return;
    }
    SlotMoves moves = new SlotMoves(code, at.threadVariable(), code.allocateLocal(TypeKind.INT));
    moves.claim(signature.results().size());
    for (int i = 0; i < signature.results().size(); i++) {
      at.stack().spill();
      moves.load(signature.results().get(i), i);
      at.stack().pushComputed(signature.results().get(i));
    }
  }
}
