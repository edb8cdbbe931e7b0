package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.step.Step;
import dev.wasmscope.engine.step.StepFactory;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Emits rare instructions: operands go to scratch slots, the {@link Step} is executed. */
final class StepEmitter {

  private static final ClassDesc STEP = ClassDesc.of(Step.class.getName());
  private static final ClassDesc SLOTS =
      ClassDesc.of(dev.wasmscope.engine.step.Slots.class.getName());

  private final Translation at;
  private final CodeBuilder code;

  StepEmitter(Translation at) {
    this.at = at;
    this.code = at.code();
  }

  /** Emits the instruction just read. */
  void emit(StepFactory factory, CodeWalk walk) {
    at.mayThrow();
    int taken = walk.taken();
    int left = walk.left();
    int first = at.stack().height() - taken;
    int base = code.allocateLocal(TypeKind.INT);
    SlotMoves moves = at.slots(base);
    moves.claim(Math.max(taken, left));
    for (int i = 0; i < taken; i++) {
      Kind kind = at.stack().peek(taken - 1 - i).kind();
      moves.address(kind, i);
      at.stack().loadAt(first + i);
      moves.store(kind);
    }
    at.stack().cut(first);
    at.constants().load(code, factory.make(at.reader(), at.instance()), Step.class);
    at.thread().iload(base).loadConstant(taken).iadd();
    code.invokeinterface(
            STEP, "execute", MethodTypeDesc.of(ConstantDescs.CD_int, SLOTS, ConstantDescs.CD_int))
        .pop();
    for (int i = 0; i < left; i++) {
      Kind kind = Kind.of(walk.left(i));
      at.stack().spill();
      moves.load(kind, i);
      at.stack().pushComputed(kind);
    }
  }
}
