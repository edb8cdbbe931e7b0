package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.TagInstance;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.wasm.binary.CatchClause;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Emits what throws and catches exceptions: a {@link WasmException} that a handler of the class
 * file catches. Whatever else is thrown passes it by, to the handler of the whole function, which
 * is the last one.
 */
final class ExceptionEmitter {

  private static final ClassDesc THROWN = ClassDesc.of(WasmException.class.getName());
  private static final ClassDesc EXCEPTION = ClassDesc.of(ExceptionInstance.class.getName());
  private static final ClassDesc TAG = ClassDesc.of(TagInstance.class.getName());
  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();

  private final Translation at;
  private final CodeBuilder code;
  private final ControlEmitter control;

  /** Where exceptions are thrown on that no handler of the function is to see; null if none are. */
  private Label outwards;

  ExceptionEmitter(Translation at, ControlEmitter control) {
    this.at = at;
    this.code = at.code();
    this.control = control;
  }

  // Throwing.

  /** Emits {@code throw}. */
  void raise() {
    at.mayThrow();
    TagInstance tag = at.instance().tag(at.reader().index());
    List<Kind> fields = Kind.of(tag.type().params());
    int first = at.stack().height() - fields.size();
    at.thread().new_(EXCEPTION).dup();
    at.constants().load(code, tag, TagInstance.class);
    code.loadConstant(fields.size()).newarray(TypeKind.LONG);
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isNumber()) {
        code.dup().loadConstant(i);
        at.stack().loadAt(first + i);
        fields.get(i).toBits(code);
        code.lastore();
      }
    }
    code.loadConstant(fields.size()).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isNumber()) {
        code.dup().loadConstant(i);
        at.stack().loadAt(first + i);
        at.vectors().toRecord(code, fields.get(i));
        code.aastore();
      }
    }
    code.invokespecial(
        EXCEPTION,
        ConstantDescs.INIT_NAME,
        MethodTypeDesc.of(ConstantDescs.CD_void, TAG, LONGS, OBJECTS));
    raiseLoaded();
  }

  /** Emits {@code throw_ref}. */
  void raiseReference() {
    at.mayThrow();
    at.thread();
    at.stack().loadAt(at.stack().height() - 1);
    raiseLoaded();
  }

  /** Emits {@code rethrow}. */
  void raiseAgain() {
    at.mayThrow();
    at.thread();
    at.variables().load(control.target(at.reader().index()).protection.kept);
    raiseLoaded();
  }

  private void raiseLoaded() {
    code.invokestatic(
            ClassDesc.of(Throwing.class.getName()),
            "of",
            MethodTypeDesc.of(THROWN, Signature.THREAD, ConstantDescs.CD_Object))
        .athrow();
    control.unreachable();
  }

  // Catching by try_table.

  /** Emits {@code try_table}. */
  void openTable() {
    List<Protection.Clause> clauses = new ArrayList<>();
    for (int i = 0; i < at.reader().catchCount(); i++) {
      CatchClause clause = at.reader().catchClause(i);
      TagInstance tag = clause.kind().hasTag() ? at.instance().tag(clause.tag()) : null;
      clauses.add(
          new Protection.Clause(tag, control.target(clause.label()), clause.kind().hasReference()));
    }
    JitBlock block = control.open(false);
    if (!block.dead && !clauses.isEmpty()) {
      block.protection = new Protection(code.newBoundLabel(), code.newLabel(), clauses, null);
    }
  }

  /** Emits the handlers of {@code block}, whose end has come; nothing flows into what follows. */
  void close(JitBlock block) {
    Protection protection = block.protection;
    if (protection.active) {
      openHandler(protection);
      protection.next = code.newLabel();
      code.goto_(protection.next);
    }
    for (Protection.Clause clause : protection.clauses) {
      openClause(protection, clause.tag());
      at.stack().replace(block.below);
      pushPayload(protection, clause.tag());
      if (clause.reference()) {
        at.stack().spill();
        code.aload(protection.exception);
        at.stack().pushComputed(Kind.REF);
      }
      control.jump(clause.target());
    }
    if (protection.next != null) {
      code.labelBinding(protection.next).aload(protection.thrown);
      at.departures().rethrow();
    }
  }

  /** Ends the protected code, and takes what arrives at its handler. */
  private void openHandler(Protection protection) {
    protection.active = false;
    code.exceptionCatch(protection.from, code.newBoundLabel(), protection.handler, THROWN);
    protection.thrown = code.allocateLocal(TypeKind.REFERENCE);
    protection.exception = code.allocateLocal(TypeKind.REFERENCE);
    code.labelBinding(protection.handler)
        .astore(protection.thrown)
        .aload(protection.thrown)
        .invokevirtual(THROWN, "exception", MethodTypeDesc.of(EXCEPTION))
        .astore(protection.exception);
    at.memoryMayHaveGrown();
  }

  /** Starts a clause for {@code tag}, or for all if that is null. */
  private void openClause(Protection protection, TagInstance tag) {
    if (protection.next != null) {
      code.labelBinding(protection.next);
      protection.next = null;
    }
    if (tag != null) {
      protection.next = code.newLabel();
      code.aload(protection.exception).invokevirtual(EXCEPTION, "tag", MethodTypeDesc.of(TAG));
      at.constants().load(code, tag, TagInstance.class);
      code.if_acmpne(protection.next);
    }
  }

  private void pushPayload(Protection protection, TagInstance tag) {
    if (tag == null) {
      return;
    }
    List<Kind> fields = Kind.of(tag.type().params());
    for (int i = 0; i < fields.size(); i++) {
      Kind kind = fields.get(i);
      at.stack().spill();
      code.aload(protection.exception).loadConstant(i);
      if (kind.isNumber()) {
        code.invokevirtual(
            EXCEPTION, "bits", MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_int));
        kind.fromBits(code);
      } else {
        code.invokevirtual(
            EXCEPTION, "object", MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int));
        if (kind == Kind.V128) {
          code.checkcast(kind.desc);
          at.vectors().fromRecord(code, kind);
        }
      }
      at.stack().pushComputed(kind);
    }
  }

  // Catching as it was before try_table.

  /** Emits {@code try}. */
  void openTry() {
    Variables.Variable kept = at.variables().keep();
    JitBlock block = control.open(false);
    if (!block.dead) {
      block.protection = new Protection(code.newBoundLabel(), code.newLabel(), List.of(), kept);
    }
  }

  /** Emits {@code catch} for a tag, or {@code catch_all} for null. */
  void openCatch(TagInstance tag) {
    JitBlock block = control.target(0);
    if (block.dead) {
      return;
    }
    control.endArm(block);
    Protection protection = block.protection;
    if (protection.active) {
      openHandler(protection);
    }
    openClause(protection, tag);
    control.restart(block, List.of());
    code.aload(protection.exception);
    at.variables().store(protection.kept);
    pushPayload(protection, tag);
  }

  /** Emits the handler of a {@code try} that ends with {@code delegate}. */
  void closeDelegating(JitBlock block, int label) {
    Protection protection = block.protection;
    protection.active = false;
    code.exceptionCatch(protection.from, code.newBoundLabel(), protection.handler, THROWN)
        .labelBinding(protection.handler)
        .goto_(handlerAround(label + 1));
  }

  /** Where exceptions arrive that are thrown in the block of a label, outside of those in it. */
  private Label handlerAround(int label) {
    for (int i = label; i < control.depth(); i++) {
      Protection protection = control.target(i).protection;
      if (protection != null && protection.active) {
        return protection.handler;
      }
    }
    if (outwards == null) {
      outwards = code.newLabel();
    }
    return outwards;
  }

  /** Emits what is behind all blocks. */
  void finish() {
    if (outwards != null) {
      code.labelBinding(outwards);
      at.departures().rethrow();
    }
  }
}
