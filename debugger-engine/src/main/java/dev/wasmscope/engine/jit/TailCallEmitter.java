package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/** Emits tail calls. One of the function itself is a jump; others are left {@link TailCalls}. */
final class TailCallEmitter {

  private final Translation at;
  private final CodeBuilder code;
  private final CallEmitter calls;
  private final Exits exits;
  private boolean leavesCalls;

  TailCallEmitter(Translation at, CallEmitter calls, Exits exits) {
    this.at = at;
    this.code = at.code();
    this.calls = calls;
    this.exits = exits;
  }

  /** Whether the function may return with a tail call pending. */
  boolean leavesCalls() {
    return leavesCalls;
  }

  /** Emits the instruction just read if it is a tail call; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case RETURN_CALL -> direct(at.instance().function(at.reader().index()));
      case RETURN_CALL_INDIRECT -> {
        calls.loadFromTable("tailCallee");
        leave(calls.signature());
      }
      case RETURN_CALL_REF -> {
        calls.loadReferred("tailCallee");
        leave(calls.signature());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void direct(FunctionInstance callee) {
    if (!(callee instanceof WasmFunction function)) {
      calls.direct(at.reader().index());
      exits.returnTop();
    } else if (function == at.places().function()) {
      jumpToStart(Signature.of(function.type()).params().size());
    } else {
      at.mayLeave();
      at.constants().load(code, at.classes().tailCallee(function), Callee.class);
      leave(Signature.of(function.type()));
    }
  }

  /** Returns with a call of the {@link Callee} on Java's operand stack pending. */
  private void leave(Signature signature) {
    leavesCalls = true;
    int callee = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(callee);
    calls.argumentsToSlots(signature);
    TailCalls.setPending(code, at.threadVariable(), callee);
    exits.returnPending();
  }

  private void jumpToStart(int params) {
    at.stack().spill();
    int first = at.stack().height() - params;
    for (int i = 0; i < params; i++) {
      at.stack().loadAt(first + i, false);
    }
    Variables variables = at.variables();
    for (int i = params - 1; i >= 0; i--) {
      variables.store(variables.local(i));
    }
    for (int i = params; i < variables.locals(); i++) {
      variables.clear(variables.local(i));
    }
    code.goto_(exits.start());
  }
}
