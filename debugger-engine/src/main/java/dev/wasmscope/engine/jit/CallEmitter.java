package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.GearCode;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;

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
    invoke(function, signature);
    results(signature);
  }

  /** Calls a function known by its index; what it returns is left where it is. */
  private void invoke(int function, Signature signature) {
    prepareSlots(signature);
    at.thread();
    depth();
    arguments(signature);
    code.invokestatic(
        InstanceClasses.linkClass(function),
        InstanceClasses.linkName(function),
        signature.method());
  }

  private void indirect() {
    call(this::peekIntoTable, () -> loadFromTable("callee"));
  }

  private void byReference() {
    call(this::peekAtReference, () -> loadReferred("callee"));
  }

  /** Pushes what the table has where the topmost operand says: anything, or null. */
  void peekIntoTable() {
    TableInstance table = at.instance().table(at.reader().index2());
    at.constants().load(code, table, TableInstance.class);
    at.stack().loadAt(at.stack().height() - 1);
    if (!table.is64()) {
      code.invokestatic(
          ClassDesc.of(Memory.class.getName()),
          "unsigned",
          MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_int));
    }
    code.invokevirtual(
        TABLE, "peek", MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_long));
  }

  /** Pushes the topmost operand, a reference. */
  void peekAtReference() {
    at.stack().loadAt(at.stack().height() - 1);
  }

  private int typeNumber() {
    return at.instance().typeNumber(at.reader().index());
  }

  /**
   * Calls a function that is found at run time.
   *
   * @param peek pushes which one it is, as far as is known without a trap
   * @param loader pushes the {@link Callee} if it is none that was foreseen; takes its operand
   */
  private void call(Runnable peek, Runnable loader) {
    Signature signature = signature();
    Label end = code.newLabel();
    List<WasmFunction> guesses = Guesses.of(at.reader(), at.instance());
    if (!guesses.isEmpty()) {
      at.mayThrow();
    }
    guess(
        guesses,
        peek,
        guess -> {
          invoke(guess.index(), signature);
          code.goto_(end);
        });
    loader.run();
    callee(signature);
    code.labelBinding(end);
    results(signature);
  }

  /**
   * Asks for functions by name.
   *
   * @param guesses which are asked for
   * @param peek pushes what is found at run time
   * @param then goes on with one of these, whose arguments are the topmost operands then
   */
  void guess(List<WasmFunction> guesses, Runnable peek, Consumer<WasmFunction> then) {
    if (guesses.isEmpty()) {
      return;
    }
    at.stack().spill();
    peek.run();
    int found = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(found);
    List<Operand> operands = at.stack().snapshot();
    for (WasmFunction guess : guesses) {
      Label other = code.newLabel();
      code.aload(found);
      at.constants().load(code, guess, FunctionInstance.class);
      code.if_acmpne(other);
      at.stack().cut(operands.size() - 1);
      then.accept(guess);
      at.stack().replace(operands);
      code.labelBinding(other);
    }
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
    ClassDesc width = table.is64() ? ConstantDescs.CD_long : ConstantDescs.CD_int;
    at.constants().load(code, at.classes(), InstanceClasses.class);
    at.constants().load(code, table, TableInstance.class);
    at.stack().loadAt(index);
    code.loadConstant(typeNumber())
        .invokevirtual(
            CLASSES, finder, MethodTypeDesc.of(CALLEE, TABLE, width, ConstantDescs.CD_int));
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
    at.stack().loadAt(reference);
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

  /** Calls the {@link Callee} on Java's operand stack; what it returns is left where it is. */
  private void callee(Signature signature) {
    ClassDesc type = at.classes().signatures().calleeOf(signature);
    code.checkcast(type);
    prepareSlots(signature);
    at.thread();
    depth();
    arguments(signature);
    code.invokevirtual(type, Link.CALL.ofCallee, signature.method());
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
    SlotMoves moves = at.slots(code.allocateLocal(TypeKind.INT));
    moves.claim(count);
    for (int i = 0; i < count; i++) {
      Kind kind = signature.params().get(i);
      moves.address(kind, i);
      at.stack().loadAt(first + i);
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
        at.stack().loadAt(first + i);
        at.vectors().toRecord(code, signature.params().get(i));
      }
      at.stack().cut(first);
    }
  }

  private void results(Signature signature) {
    at.memoryMayHaveGrown();
    if (!signature.returnsInSlots()) {
      for (Kind kind : signature.results()) {
        at.vectors().fromRecord(code, kind);
        at.stack().pushComputed(kind);
      }
      return;
    }
    SlotMoves moves = at.slots(code.allocateLocal(TypeKind.INT));
    moves.claim(signature.results().size());
    for (int i = 0; i < signature.results().size(); i++) {
      at.stack().spill();
      moves.load(signature.results().get(i), i);
      at.stack().pushComputed(signature.results().get(i));
    }
  }
}
