package dev.wasmscope.engine.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Assembles the method by which the interpreter enters compiled code, see {@link
 * dev.wasmscope.engine.tier.CompiledEntry}: {@code enter(thread, base, depth)}.
 */
final class EntryAssembler {

  private static final int THREAD = 1;
  private static final int BASE = 2;
  private static final int DEPTH = 3;
  private static final int LOOP = 4;

  private final UnitShape shape;
  private final ClassDesc self;
  private final Signature signature;
  private final String body;
  private final MethodTypeDesc bodyType;
  private final boolean atLoops;

  /**
   * An assembler.
   *
   * @param body the method to call, which returns with results
   * @param atLoops whether {@link SplitUnit#LOOPS} is there, see {@link LoopingEntry}
   */
  EntryAssembler(UnitShape shape, String body, boolean atLoops) {
    this.shape = shape;
    this.self = shape.self();
    this.signature = shape.signature();
    this.body = body;
    this.bodyType = shape.bodyType();
    this.atLoops = atLoops;
  }

  /** Adds the methods. */
  void assemble(ClassBuilder type) {
    MethodTypeDesc enter =
        MethodTypeDesc.of(
            ConstantDescs.CD_void, Signature.THREAD, ConstantDescs.CD_int, ConstantDescs.CD_int);
    type.withMethodBody(
        "enter", enter, ClassFile.ACC_PUBLIC, shape.isLoop() ? this::loop : this::function);
    if (atLoops) {
      type.withMethodBody(
          "enterLoop",
          enter.insertParameterTypes(enter.parameterCount(), ConstantDescs.CD_int),
          ClassFile.ACC_PUBLIC,
          this::loops);
    }
  }

  private void loops(CodeBuilder code) {
    code.aload(THREAD).iload(BASE).iload(DEPTH).iload(LOOP);
    code.invokestatic(self, SplitUnit.LOOPS, SplitUnit.LOOPS_TYPE).return_();
  }

  private void loop(CodeBuilder code) {
    Label pending = code.newLabel();
    code.aload(THREAD).iload(BASE).iload(DEPTH).invokestatic(self, body, bodyType);
    TailCalls.ifPending(code, THREAD, pending);
    code.return_().labelBinding(pending);
    TailCalls.finish(code, THREAD, DEPTH);
    SlotMoves scratch = new SlotMoves(code, THREAD, code.allocateLocal(TypeKind.INT));
    scratch.claim(signature.results().size());
    move(code, scratch, new SlotMoves(code, THREAD, BASE), signature.results());
    code.return_();
  }

  private void function(CodeBuilder code) {
    SlotMoves slots = new SlotMoves(code, THREAD, BASE);
    SlotMoves scratch = new SlotMoves(code, THREAD, code.allocateLocal(TypeKind.INT));
    if (signature.spills()) {
      scratch.claim(signature.params().size());
      move(code, slots, scratch, signature.params());
    }
    code.aload(THREAD).iload(DEPTH);
    if (!signature.spills()) {
      for (int i = 0; i < signature.params().size(); i++) {
        slots.load(signature.params().get(i), i);
      }
    }
    code.invokestatic(self, body, bodyType);
    if (signature.returnsInSlots()) {
      scratch.claim(signature.results().size());
      move(code, scratch, slots, signature.results());
    } else if (!signature.results().isEmpty()) {
      Kind kind = signature.results().getFirst();
      int result = code.allocateLocal(kind.type);
      code.storeLocal(kind.type, result);
      slots.address(kind, 0);
      code.loadLocal(kind.type, result);
      slots.store(kind);
    }
    code.return_();
  }

  private static void move(
      CodeBuilder code, SlotMoves from, SlotMoves to, java.util.List<Kind> kinds) {
    for (int i = 0; i < kinds.size(); i++) {
      Kind kind = kinds.get(i);
      from.load(kind, i);
      int value = code.allocateLocal(kind.type);
      code.storeLocal(kind.type, value);
      to.address(kind, i);
      code.loadLocal(kind.type, value);
      to.store(kind);
    }
  }
}
