package dev.wasmscope.engine.interp;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.wasmscope.engine.numeric.Semantics;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.type.NumType;
import dev.wasmscope.wasm.type.ValType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Assembles {@link NumberRun}. Its loop has two states: the number on top of the operand stack is
 * <em>held</em> in a Java local, or not.
 */
final class NumberRunAssembler extends StepAssembler {

  private static final int OP = 1;
  private static final int CODE = 2;
  private static final int STACK = 3;
  private static final int FRAME = 4;
  private static final int FP = 5;

  /** The index behind the operation: its first word, or the next operation. */
  private static final int PC = 6;

  /** The first slot that is free, not counting the one of the number that is held. */
  private static final int TOP = 7;

  private static final int MEMORY = 8;
  private static final int HELD = 9;
  private static final int ADDRESS = 11;

  private static final ClassDesc CD_FRAME = desc(InterpFrame.class);
  private static final long LOW_32 = 0xffff_ffffL;

  NumberRunAssembler() {
    super(STACK, -1, TOP);
  }

  /** The labels of the loop. */
  private record Loop(Label empty, Label takes, Label held, Label nextEmpty, Label nextHeld) {}

  @Override
  void emitMethod(CodeBuilder code, List<Opcode> rows, int first) {
    Loop loop =
        new Loop(
            code.newLabel(), code.newLabel(), code.newLabel(), code.newLabel(), code.newLabel());
    code.iinc(PC, 1);
    emitEmpty(code, loop, first + rows.size());
    code.labelBinding(loop.takes);
    code.iinc(TOP, -1);
    pushTop(code, 0);
    code.laload().lstore(HELD);
    // What is held, and where, changes only when an instruction has succeeded.
    Label begin = code.newBoundLabel();
    emitHeld(code, loop, rows, first);
    Label end = code.newBoundLabel();
    code.exceptionCatchAll(begin, end, end);
    leaveHeld(code);
    code.athrow();
  }

  /** The state in which nothing is held: the operation is in a Java local. */
  private void emitEmpty(CodeBuilder code, Loop loop, int limit) {
    Label other = code.newLabel();
    Label leave = code.newLabel();
    code.labelBinding(loop.empty);
    Cases cases = new Cases(code, OP);
    cases.add(Op.LOCAL_GET, () -> hold(code, loop, this::pushLocal, 1));
    cases.add(Op.CONST, () -> hold(code, loop, NumberRunAssembler::pushInt, 1));
    cases.add(Op.CONST_LONG, () -> hold(code, loop, this::pushLong, 2));
    cases.add(Op.BR, () -> branch(code, loop.nextEmpty));
    cases.add(Op.LOOP, () -> loop(code, loop.nextEmpty, leave));
    cases.emit(Op.FIRST_NUMBER, Op.CONST_LONG, other);
    next(code, loop.nextEmpty, loop.empty);
    code.labelBinding(other);
    code.iload(OP).loadConstant(Op.FIRST_NUMBER).if_icmplt(leave);
    code.iload(OP).loadConstant(limit).if_icmplt(loop.takes);
    code.labelBinding(leave);
    leave(code, 0);
    code.iload(OP).ireturn();
  }

  /** The state in which the number on top is held. */
  private void emitHeld(CodeBuilder code, Loop loop, List<Opcode> rows, int first) {
    Label other = code.newLabel();
    Label floats = code.newLabel();
    Cases cases = new Cases(code, OP);
    // HotSpot computes before a switch what several of its cases compute of what is held.
    Cases floatCases = new Cases(code, OP);
    cases.add(Op.LOCAL_GET, () -> push(code, loop, this::pushLocal, 1));
    cases.add(Op.CONST, () -> push(code, loop, NumberRunAssembler::pushInt, 1));
    cases.add(Op.CONST_LONG, () -> push(code, loop, this::pushLong, 2));
    cases.add(Op.LOCAL_SET, () -> set(code, loop.nextEmpty));
    cases.add(Op.LOCAL_TEE, () -> set(code, loop.nextHeld));
    cases.add(Op.BR, () -> branch(code, loop.nextHeld));
    cases.add(Op.BR_IF, () -> branch(code, loop, false));
    cases.add(Op.BR_UNLESS, () -> branch(code, loop, true));
    cases.add(Op.LOOP, () -> loop(code, loop.nextHeld, other));
    cases.add(Op.DROP, () -> advance(code, 0, loop.nextEmpty));
    for (int i = 0; i < rows.size(); i++) {
      Opcode row = rows.get(i);
      if (isOnFloats(row)) {
        cases.add(first + i, floats);
        floatCases.add(first + i, () -> emit(code, loop, row));
      } else {
        cases.add(first + i, () -> emit(code, loop, row));
      }
    }
    int last = first + rows.size() - 1;
    code.labelBinding(loop.held);
    cases.emit(Op.FIRST_NUMBER, last, other);
    code.labelBinding(floats);
    floatCases.emit(first, last, other);
    next(code, loop.nextHeld, loop.held);
    code.labelBinding(other);
    leaveHeld(code);
    code.iload(OP).ireturn();
  }

  private static boolean isOnFloats(Opcode row) {
    return row.signature() instanceof Signature.Fixed fixed
        && Stream.concat(fixed.params().stream(), fixed.results().stream())
            .anyMatch(type -> type == NumType.F32 || type == NumType.F64);
  }

  private void emit(CodeBuilder code, Loop loop, Opcode row) {
    switch (row.signature()) {
      case Signature.Fixed fixed -> compute(code, loop, row, fixed);
      case Signature.MemoryAccess access when access.results().isEmpty() ->
          store(code, loop, access);
      case Signature.MemoryAccess access -> load(code, loop, row, access);
      default -> throw new IllegalArgumentException(row.mnemonic());
    }
  }

  private void compute(CodeBuilder code, Loop loop, Opcode row, Signature.Fixed fixed) {
    List<ValType> params = fixed.params();
    if (params.size() == 2) {
      pushTop(code, 1);
      code.laload();
      fromBits(code, (NumType) params.getFirst());
    }
    code.lload(HELD);
    fromBits(code, (NumType) params.getLast());
    call(code, Semantics.method(row.mnemonic()).orElseThrow());
    toBits(code, (NumType) fixed.results().getFirst());
    code.lstore(HELD);
    if (params.size() == 2) {
      code.iinc(TOP, -1);
    }
    advance(code, 0, loop.nextHeld);
  }

  private void load(CodeBuilder code, Loop loop, Opcode row, Signature.MemoryAccess access) {
    code.lload(HELD);
    address(code);
    MemoryAssembler.read(code, access.width(), MEMORY, ADDRESS);
    MemoryAssembler.extend(code, row, access.width());
    code.lstore(HELD);
    advance(code, 2, loop.nextHeld);
  }

  private void store(CodeBuilder code, Loop loop, Signature.MemoryAccess access) {
    pushTop(code, 1);
    code.laload();
    address(code);
    code.aload(MEMORY).lload(ADDRESS).lload(HELD);
    if (access.width() != Long.BYTES) {
      code.l2i();
    }
    MemoryAssembler.write(code, access.width());
    code.iinc(TOP, -1);
    advance(code, 2, loop.nextEmpty);
  }

  /** Keeps the effective address of the index on Java's operand stack. */
  private static void address(CodeBuilder code) {
    code.loadConstant(LOW_32).land();
    pushWord(code, 0);
    code.i2l().loadConstant(LOW_32).land().ladd().lstore(ADDRESS);
  }

  private void hold(CodeBuilder code, Loop loop, Consumer<CodeBuilder> number, int length) {
    number.accept(code);
    code.lstore(HELD);
    advance(code, length, loop.nextHeld);
  }

  private void push(CodeBuilder code, Loop loop, Consumer<CodeBuilder> number, int length) {
    pushTop(code, 0);
    code.lload(HELD).lastore().iinc(TOP, 1);
    hold(code, loop, number, length);
  }

  private void pushLocal(CodeBuilder code) {
    code.aload(STACK);
    slot(code);
    code.laload();
  }

  /** Pushes the index of the slot of a local. */
  private static void slot(CodeBuilder code) {
    code.iload(FP);
    pushWord(code, 0);
    code.iadd();
  }

  private static void pushInt(CodeBuilder code) {
    pushWord(code, 0);
    code.i2l();
  }

  private void pushLong(CodeBuilder code) {
    pushInt(code);
    code.loadConstant(LOW_32).land();
    pushWord(code, 1);
    code.i2l().loadConstant(Integer.SIZE).lshl().lor();
  }

  private static void set(CodeBuilder code, Label next) {
    code.aload(STACK);
    slot(code);
    code.lload(HELD).lastore();
    advance(code, 1, next);
  }

  private static void branch(CodeBuilder code, Label next) {
    pushWord(code, 0);
    code.istore(PC).goto_(next);
  }

  private static void branch(CodeBuilder code, Loop loop, boolean unless) {
    Label stay = code.newLabel();
    code.lload(HELD).l2i();
    if (unless) {
      code.ifne(stay);
    } else {
      code.ifeq(stay);
    }
    branch(code, loop.nextEmpty);
    code.labelBinding(stay);
    advance(code, 1, loop.nextEmpty);
  }

  private static void loop(CodeBuilder code, Label next, Label leave) {
    code.aload(FRAME).invokevirtual(CD_FRAME, "goesRound", MethodTypeDesc.of(CD_boolean));
    code.ifeq(leave).goto_(next);
  }

  private static void advance(CodeBuilder code, int words, Label next) {
    if (words > 0) {
      code.iinc(PC, words);
    }
    code.goto_(next);
  }

  /** Reads the next operation. */
  private static void next(CodeBuilder code, Label here, Label state) {
    code.labelBinding(here);
    code.aload(CODE).iload(PC).iaload().istore(OP).iinc(PC, 1).goto_(state);
  }

  /** Pushes one of the words behind the operation. */
  private static void pushWord(CodeBuilder code, int index) {
    code.aload(CODE).iload(PC);
    if (index > 0) {
      code.loadConstant(index).iadd();
    }
    code.iaload();
  }

  /** Pushes the array and the index of the slot {@code below} the one of what is held. */
  private void pushTop(CodeBuilder code, int below) {
    pushSlot(code, NumType.I64, below);
  }

  private void leaveHeld(CodeBuilder code) {
    pushTop(code, 0);
    code.lload(HELD).lastore();
    leave(code, 1);
  }

  private void leave(CodeBuilder code, int held) {
    code.aload(FRAME).iload(PC).loadConstant(1).isub().putfield(CD_FRAME, "pc", CD_int);
    code.aload(FRAME);
    pushSp(code, held);
    code.putfield(CD_FRAME, "sp", CD_int);
  }
}
