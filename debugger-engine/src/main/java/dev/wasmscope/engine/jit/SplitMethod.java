package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.tier.FrameDump;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Emits one of the Java methods that a split function consists of. It answers where the function
 * goes on: {@link #THROUGH} behind the part, else at the block with the number.
 */
final class SplitMethod implements BlockExits {

  /** What a method answers that has come to the end of its part. */
  static final int THROUGH = 0;

  static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          ConstantDescs.CD_int, Signature.THREAD, ConstantDescs.CD_int, Homes.BITS, Homes.OBJECTS);

  /** The Java variable with the depth of the frame. */
  static final int DEPTH = 1;

  private static final ClassDesc DUMP = ClassDesc.of(FrameDump.class.getName());

  private final SplitUnit unit;
  private final Part part;
  private final CodeBuilder code;
  private final Homes.Moves moves;
  private final Variables variables;
  private final Translation at;
  private final Exits exits;
  private final ControlEmitter control;
  private final BodyTranslator translator;
  private final Set<JitBlock> opened = new LinkedHashSet<>();
  private final Map<JitBlock, JitBlock> outside = new LinkedHashMap<>();
  private final Answers answers;

  /**
   * A method.
   *
   * @param depth the Java variable with the depth of the frame
   * @param moves to and from the Java variables with the arrays of values
   * @param border what is there where the part starts
   * @param toSlots whether results are put where the arguments were
   */
  SplitMethod(
      SplitUnit unit,
      Part part,
      CodeBuilder code,
      int depth,
      Homes.Moves moves,
      Border border,
      boolean toSlots) {
    this.unit = unit;
    this.part = part;
    this.code = code;
    this.moves = moves;
    this.variables =
        part.inner().isEmpty() && part != unit.whole() && unit.instructions().dwells(part)
            ? new PartVariables(code, unit.homes(), moves)
            : new SharedVariables(code, unit.homes(), moves);
    this.at = unit.translation(code, variables, depth);
    this.exits = new Exits(at, unit.signature(), toSlots);
    this.control = new ControlEmitter(at, exits, border.blocks(), this);
    this.translator = new BodyTranslator(at, control, exits, new TailJumps(code));
    this.answers = new Answers(code);
    border.operands().forEach(kind -> at.stack().push(Operand.slot(kind)));
  }

  /** What a part finds where it starts. */
  record Border(List<Kind> operands, List<JitBlock> blocks) {}

  /** Whether a method is one of a part. */
  static boolean isPart(MethodModel method) {
    return method.methodTypeSymbol().equals(TYPE);
  }

  Translation translation() {
    return at;
  }

  Homes.Moves moves() {
    return moves;
  }

  Exits exits() {
    return exits;
  }

  ControlEmitter control() {
    return control;
  }

  // Blocks around the part.

  @Override
  public JitBlock target(JitBlock block) {
    if (block.number == 0 || opened.contains(block)) {
      return block;
    }
    return outside.computeIfAbsent(block, this::exitTo);
  }

  private JitBlock exitTo(JitBlock block) {
    JitBlock exit =
        new JitBlock(false, block.loop, code.newLabel(), block.params, block.results, block.below);
    exit.number = block.number;
    exit.counted = block.counted;
    return exit;
  }

  @Override
  public void opened(JitBlock block, int offset) {
    if (!(variables instanceof PartVariables)) {
      block.number = unit.blockNumber(offset);
      opened.add(block);
    }
  }

  // Code.

  /** Emits all of a part's method. */
  void emitPart(Readiness readiness) {
    Label init = code.newLabel();
    Label start = code.newLabel();
    List<Kind> operands = at.stack().snapshot().stream().map(Operand::kind).toList();
    Label cold = code.newLabel();
    if (at.vectors().waits()) {
      exits.begin(readiness, DEPTH, cold, () -> code.iconst_0().ireturn());
    }
    code.goto_(init).labelBinding(start);
    emitBody(this::finish);
    if (at.vectors().waits()) {
      // Who has called captures the frame: nothing has been executed here.
      code.labelBinding(cold);
      Departures.leave(code);
    }
    code.labelBinding(init);
    code.iconst_0().istore(at.placeVariable());
    if (at.keptMemory() != null && at.keptMemory().isUsed()) {
      at.memoryMayHaveGrown();
    }
    if (variables instanceof PartVariables part) {
      fetch(part, operands);
    }
    code.goto_(start);
  }

  private void fetch(PartVariables own, List<Kind> operands) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      filled.add(own.slotNumber(i, operands.get(i)));
    }
    for (Variables.Variable variable : own.all()) {
      if (variable.number() < own.locals() || filled.contains(variable.number())) {
        own.fetch(variable);
      } else {
        own.clear(variable);
      }
    }
  }

  /** Emits the instructions, what {@code ending} emits, and the handler of what is thrown. */
  void emitBody(Runnable ending) {
    instructions();
    ending.run();
    if (!part.inner().isEmpty()) {
      answers.emitDispatch(opened, part != unit.whole());
    }
    if (!at.departures().none()) {
      Label handler = code.newLabel();
      at.departures().emit(handler);
      code.labelBinding(handler);
      emitHandler();
    }
  }

  private void instructions() {
    CodeReader reader = at.reader();
    List<Instructions.Row> rows = unit.instructions().rows();
    int i = part.from();
    reader.seek(rows.get(i).offset());
    while (i < part.to()) {
      Part inner = part.innerAt(i);
      if (inner == null) {
        translator.next(rows.get(i).walk());
        i++;
      } else {
        if (control.isReachable()) {
          call(inner);
        }
        i = inner.to();
        reader.seek(rows.get(i).offset());
      }
    }
  }

  private void call(Part inner) {
    Instructions.Row first = unit.instructions().rows().get(inner.from());
    at.stack().settle(at.stack().height());
    List<Operand> operands = at.stack().snapshot();
    int place = at.departures().unheardPlace(first.offset());
    if (first.opcode() == Opcode.LOOP) {
      Label entry = code.newBoundLabel();
      control.loops().put(first.offset(), new ControlEmitter.LoopStart(entry, place));
    }
    at.departures().mayThrow(place);
    at.thread().iload(at.depthVariable()).aload(moves.bits()).aload(moves.objects());
    List<Kind> kinds = operands.stream().map(Operand::kind).toList();
    code.invokestatic(unit.self(), unit.method(inner, new Border(kinds, control.blocks())), TYPE);
    at.departures().instructionEnds();
    goOnBehind(inner);
  }

  /** Goes on where an inner part has ended, which has answered where that is. */
  private void goOnBehind(Part inner) {
    Set<Integer> exits =
        PartExits.of(inner, unit.instructions(), at.reader(), control.blocks().size());
    List<Kind> after = unit.operandsAfter(inner);
    Label only =
        exits != null && exits.size() == 1 ? control.target(exits.iterator().next()).target : null;
    if (after == null) {
      answers.leave(only);
      control.unreachable();
    } else {
      answers.goOn(only, exits != null && exits.isEmpty());
      control.restart(after.stream().map(Operand::slot).toList());
    }
  }

  /** Ends a part: behind its last instruction, and at each branch out of it. */
  private void finish() {
    Label common = code.newLabel();
    if (control.isReachable()) {
      at.stack().settle(at.stack().height());
      List<Operand> operands = at.stack().snapshot();
      bring(operands, 0);
      answers.set(THROUGH).goto_(common);
    }
    for (JitBlock exit : outside.values()) {
      code.labelBinding(exit.target);
      bring(exit.brought.stream().map(Operand::slot).toList(), exit.below.size());
      answers.set(exit.number).goto_(common);
    }
    code.labelBinding(common);
    if (variables instanceof PartVariables own) {
      own.bringLocals();
    }
    answers.emitReturn();
  }

  private void bring(List<Operand> operands, int from) {
    if (variables instanceof PartVariables own) {
      for (int i = 0; i < operands.size(); i++) {
        own.bring(own.slot(from + i, operands.get(i).kind()));
      }
    }
  }

  /** Emits the handler: the values are at home, and it captures them unless that has been done. */
  private void emitHandler() {
    int cause = code.allocateLocal(TypeKind.REFERENCE);
    int captured = unit.homes().captured();
    code.astore(cause);
    if (variables instanceof PartVariables own) {
      own.bringLocals();
      own.bringSlots();
    } else {
      moves.load(Kind.I32, captured);
      Label first = code.newLabel();
      code.ifeq(first).aload(cause).athrow().labelBinding(first);
    }
    exits.beginCapture(cause);
    code.aload(moves.bits())
        .aload(moves.objects())
        .invokevirtual(DUMP, "all", MethodTypeDesc.of(DUMP, Homes.BITS, Homes.OBJECTS));
    moves.address(Kind.I32, captured);
    code.iconst_1();
    moves.store(Kind.I32);
    exits.endCapture();
  }
}
