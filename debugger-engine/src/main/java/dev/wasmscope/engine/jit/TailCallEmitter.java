package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Emits tail calls. Those of functions in the same Java method are jumps; see {@link TailCalls}.
 */
final class TailCallEmitter {

  private final Translation at;
  private final CodeBuilder code;
  private final CallEmitter calls;
  private final Exits exits;
  private final TailJumps jumps;
  private final List<Nested> nested = new ArrayList<>();

  /**
   * A tail call that is a Java call.
   *
   * @param operands with the arguments on top
   * @param callee the Java variable with the {@link Callee}
   */
  private record Nested(Label label, List<Operand> operands, Signature signature, int callee) {}

  TailCallEmitter(Translation at, CallEmitter calls, Exits exits, TailJumps jumps) {
    this.at = at;
    this.code = at.code();
    this.calls = calls;
    this.exits = exits;
    this.jumps = jumps;
  }

  /** Emits the instruction just read if it is a tail call; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case RETURN_CALL -> direct(at.instance().function(at.reader().index()));
      case RETURN_CALL_INDIRECT -> {
        guess(calls::peekIntoTable);
        calls.loadFromTable("tailCallee");
        throughCallee(calls.signature());
      }
      case RETURN_CALL_REF -> {
        guess(calls::peekAtReference);
        calls.loadReferred("tailCallee");
        throughCallee(calls.signature());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void direct(FunctionInstance callee) {
    Signature signature = Signature.of(callee.type());
    if (!(callee instanceof WasmFunction function)) {
      calls.direct(at.reader().index());
      exits.returnTop();
    } else if (jumps.has(function)) {
      jump(function);
    } else {
      at.mayThrow();
      calls.loadKnown(function);
      throughCallee(signature);
    }
  }

  private void guess(Runnable peek) {
    calls.guess(jumps.among(Guesses.of(at.reader(), at.instance())), peek, this::jump);
  }

  /** Calls the {@link Callee} on Java's operand stack. */
  private void throughCallee(Signature signature) {
    int callee = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(callee);
    nest(signature, callee);
    leave(signature, callee);
  }

  /** Jumps to a Java call unless too many are in each other. */
  private void nest(Signature signature, int callee) {
    int count = jumps.count();
    if (!exits.toSlots() && !signature.spills()) {
      Label label = code.newLabel();
      nested.add(new Nested(label, at.stack().snapshot(), signature, callee));
      code.iload(count).loadConstant(TailCalls.MOST_NESTED).if_icmplt(label);
    }
  }

  /** Returns with a call of what is in Java variable {@code callee} pending. */
  private void leave(Signature signature, int callee) {
    calls.argumentsToSlots(signature);
    TailCalls.setPending(code, at.threadVariable(), callee);
    exits.returnPending();
  }

  /** Emits the Java calls. */
  void emitCalls() {
    for (Nested call : nested) {
      code.labelBinding(call.label);
      at.stack().replace(call.operands);
      Signature signature = call.signature;
      ClassDesc type = at.classes().signatures().calleeOf(signature);
      code.aload(call.callee).checkcast(type);
      at.thread();
      code.iload(jumps.count())
          .loadConstant(TailCalls.NESTED_CALL)
          .iadd()
          .iload(at.depthVariable())
          .ior();
      calls.arguments(signature);
      code.invokevirtual(type, Link.TAIL.ofCallee, signature.method());
      code.return_(TypeKind.from(signature.method().returnType()));
    }
  }

  private void jump(WasmFunction callee) {
    TailJumps.Goal goal = jumps.goal(callee);
    at.stack().spill();
    int first = at.stack().height() - goal.params();
    for (int i = 0; i < goal.params(); i++) {
      at.stack().loadAt(first + i);
    }
    for (int i = goal.params() - 1; i >= 0; i--) {
      goal.variables().store(goal.variables().local(i));
    }
    jumps.jump(at.places().function(), callee, at.scan().calls());
  }
}
