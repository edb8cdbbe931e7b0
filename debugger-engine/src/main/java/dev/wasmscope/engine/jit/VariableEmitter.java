package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/** Emits constants, locals, globals, and what only moves operands. */
final class VariableEmitter {

  private static final ClassDesc GLOBAL = ClassDesc.of(GlobalInstance.class.getName());
  private static final String BITS = "bits";
  private static final String OBJECT = "object";

  private final Translation at;
  private final CodeBuilder code;

  VariableEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits the instruction just read if it is one of these; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case LOCAL_GET -> {
        at.stack().push(at.local(at.reader().index()));
      }
      case LOCAL_SET -> setLocal();
      case LOCAL_TEE -> {
        setLocal();
        at.stack().push(at.local(at.reader().index()));
      }
      case GLOBAL_GET -> getGlobal();
      case GLOBAL_SET -> setGlobal();
      case DROP -> at.stack().drop();
      case SELECT, SELECT_T -> select();
      case REF_NULL -> at.stack().push(Operand.constant(Kind.REF, 0));
      case REF_FUNC -> {
        at.stack().spill();
        at.constants()
            .load(code, at.instance().function(at.reader().index()), FunctionInstance.class);
        at.stack().pushComputed(Kind.REF);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Emits a constant. */
  void constant(Immediate immediate) {
    switch (immediate) {
      case CONST_I32 -> at.stack().push(Operand.constant(Kind.I32, at.reader().i32()));
      case CONST_I64 -> at.stack().push(Operand.constant(Kind.I64, at.reader().i64()));
      case CONST_F32 -> at.stack().push(Operand.constant(Kind.F32, at.reader().f32Bits()));
      case CONST_F64 -> at.stack().push(Operand.constant(Kind.F64, at.reader().f64Bits()));
      default -> {
        at.stack().spill();
        V128 value = new V128(at.reader().v128Low(), at.reader().v128High());
        at.vectors().loadConstant(code, at.constants(), value);
        at.stack().pushComputed(Kind.V128);
      }
    }
  }

  private void setLocal() {
    int local = at.reader().index();
    Operand value = at.stack().peek(0);
    if (value.is(Operand.Source.LOCAL) && value.number() == local) {
      at.stack().cut(at.stack().height() - 1);
      return;
    }
    // The value itself may be on Java's operand stack, where nothing may come on top of it.
    if (!value.is(Operand.Source.JAVA_STACK) || at.stack().standsFor(local)) {
      at.stack().spill();
    }
    at.stack().copyBeforeSet(local);
    if (at.looseness(local) == Looseness.EXACT && at.unchecked().accept(value)) {
      at.stack().load(1, Looseness.NUMBER);
      at.variables().store(at.variables().local(local));
      at.unchecked().add(value.kind(), local);
    } else {
      at.stack().load(1, at.looseness(local));
      at.variables().store(at.variables().local(local));
      at.unchecked().forget(local);
    }
  }

  private void getGlobal() {
    at.stack().spill();
    GlobalInstance global = at.instance().global(at.reader().index());
    at.constants().load(code, global, GlobalInstance.class);
    Kind kind = Kind.of(global.type().type());
    if (kind.isNumber()) {
      code.getfield(GLOBAL, BITS, ConstantDescs.CD_long);
      kind.fromBits(code);
    } else {
      code.getfield(GLOBAL, OBJECT, ConstantDescs.CD_Object);
      if (kind == Kind.V128) {
        code.checkcast(Kind.V128.desc);
        at.vectors().fromRecord(code, kind);
      }
    }
    at.stack().pushComputed(kind);
  }

  private void setGlobal() {
    GlobalInstance global = at.instance().global(at.reader().index());
    at.stack().spill();
    at.constants().load(code, global, GlobalInstance.class);
    Kind kind = Kind.of(global.type().type());
    int top = at.stack().height() - 1;
    at.stack().loadAt(top);
    at.stack().cut(top);
    if (kind.isNumber()) {
      kind.toBits(code);
      code.putfield(GLOBAL, BITS, ConstantDescs.CD_long);
    } else {
      at.vectors().toRecord(code, kind);
      code.putfield(GLOBAL, OBJECT, ConstantDescs.CD_Object);
    }
  }

  private void select() {
    Kind kind = at.stack().peek(1).kind();
    boolean conditionIsThere = at.stack().peek(0).is(Operand.Source.JAVA_STACK);
    if (!conditionIsThere) {
      at.stack().spill();
    }
    Branch first = at.stack().loadCondition();
    int second = at.stack().height() - 1;
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    first.negated().emit(code, otherwise);
    at.stack().loadAt(second - 1);
    code.goto_(end).labelBinding(otherwise);
    at.stack().loadAt(second);
    code.labelBinding(end);
    at.stack().cut(second - 1);
    at.stack().pushComputed(kind);
  }
}
