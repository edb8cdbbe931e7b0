package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.tier.GearThread;
import dev.wasmscope.engine.tier.TailTarget;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * How tail calls end. They are Java calls, whose number in each other is limited, and known by the
 * upper bits of the depth that is handed on. A function that comes to one more returns; arguments
 * are in scratch slots then, and what is to be called is pending in the thread. Whoever called for
 * results makes the call, again and again.
 */
final class TailCalls {

  /** One more of such calls, as it is counted above a depth. */
  static final int NESTED_CALL = 1 << GearThread.DEPTH_BITS;

  /** So many may be in each other. */
  static final int MOST = 15;

  /** The bits of so many; whoever makes another returns first. */
  static final int MOST_NESTED = MOST << GearThread.DEPTH_BITS;

  private static final ClassDesc TARGET = ClassDesc.of(TailTarget.class.getName());

  private TailCalls() {}

  /** Notes what Java variable {@code target} holds as the function to be called. */
  static void setPending(CodeBuilder code, int thread, int target) {
    code.aload(thread)
        .aload(target)
        .checkcast(TARGET)
        .putfield(Signature.THREAD, "pending", TARGET);
  }

  /** Jumps to {@code goal} if a tail call is pending. */
  static void ifPending(CodeBuilder code, int thread, Label goal) {
    code.aload(thread).getfield(Signature.THREAD, "pending", TARGET).ifnonnull(goal);
  }

  /** Makes tail calls until none is pending. */
  static void finish(CodeBuilder code, int thread, int depth) {
    code.aload(thread)
        .iload(depth)
        .invokevirtual(
            Signature.THREAD,
            "finish",
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
  }

  /**
   * Emits the method that calls {@code body}, a method with tail calls, until there are results.
   *
   * @param self the class with the method
   */
  static void emitComplete(CodeBuilder code, ClassDesc self, String body, Signature signature) {
    TypeKind result = TypeKind.from(signature.method().returnType());
    Label more = code.newLabel();
    SignatureClasses.loadParameters(code, signature.method(), 0);
    code.invokestatic(self, body, signature.method());
    int returned = code.allocateLocal(result == TypeKind.VOID ? TypeKind.INT : result);
    if (result != TypeKind.VOID) {
      code.storeLocal(result, returned);
    }
    ifPending(code, 0, more);
    if (result != TypeKind.VOID) {
      code.loadLocal(result, returned);
    }
    code.return_(result).labelBinding(more);
    finish(code, 0, 1);
    if (result != TypeKind.VOID) {
      SlotMoves moves = new SlotMoves(code, 0, code.allocateLocal(TypeKind.INT));
      moves.claim(1);
      moves.load(signature.results().getFirst(), 0);
    }
    code.return_(result);
  }

  /** Emits the method by which a function without tail calls is called in place of another. */
  static void emitTail(CodeBuilder code, ClassDesc self, String body, Signature signature) {
    plainDepth(code, 1);
    SignatureClasses.loadParameters(code, signature.method(), 0);
    code.invokestatic(self, body, signature.method())
        .return_(TypeKind.from(signature.method().returnType()));
  }

  /** Takes the number of tail calls in each other from a depth in a Java variable. */
  static void plainDepth(CodeBuilder code, int depth) {
    code.iload(depth).loadConstant(GearThread.DEPTH_MASK).iand().istore(depth);
  }

  /** Emits {@link TailTarget#callTail} for a function that may have been compiled. */
  static void emitCall(CodeBuilder code, Signature signature, ClassDesc unit, String method) {
    int thread = 1;
    int depth = 2;
    SlotMoves moves = new SlotMoves(code, thread, code.allocateLocal(TypeKind.INT));
    if (!signature.spills()) {
      moves.claim(signature.params().size());
    }
    code.aload(thread).iload(depth);
    for (int i = 0; i < signature.params().size() && !signature.spills(); i++) {
      moves.load(signature.params().get(i), i);
    }
    code.invokestatic(unit, method, signature.method());
    TypeKind result = TypeKind.from(signature.method().returnType());
    if (result != TypeKind.VOID) {
      Label end = code.newLabel();
      int returned = code.allocateLocal(result);
      code.storeLocal(result, returned);
      ifPending(code, thread, end);
      moves.claim(1);
      moves.address(signature.results().getFirst(), 0);
      code.loadLocal(result, returned);
      moves.store(signature.results().getFirst());
      code.labelBinding(end);
    }
    code.return_();
  }
}
