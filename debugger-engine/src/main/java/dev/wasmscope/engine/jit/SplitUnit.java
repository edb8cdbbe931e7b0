package dev.wasmscope.engine.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Emits a function that is too large for one Java method as several: the outermost, which is called
 * as if it were alone, makes the {@link Homes} of the values and calls the methods of its parts.
 */
final class SplitUnit {

  /** The method that starts at a loop: {@code (thread, base, depth, number of the loop)}. */
  static final String LOOPS = "loops";

  static final MethodTypeDesc LOOPS_TYPE =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          Signature.THREAD,
          ConstantDescs.CD_int,
          ConstantDescs.CD_int,
          ConstantDescs.CD_int);

  private static final int LOOP = 3;
  private static final String PART = "part";
  private static final int FUNCTION = 1;
  private static final int FLAGS = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

  private final UnitShape shape;
  private final Instructions instructions;
  private final Part whole;
  private final Map<Integer, List<Kind>> after;
  private final Homes homes;
  private final Places places;
  private final Constants constants;
  private final Map<Integer, Integer> blockNumbers = new HashMap<>();
  private final Map<Part, Integer> partNumbers = new HashMap<>();
  private final Map<Part, SplitMethod.Border> borders = new HashMap<>();
  private final Map<Part, Readiness> readiness = new HashMap<>();
  private List<Integer> loops = List.of();
  private final Deque<Part> found = new ArrayDeque<>();

  SplitUnit(UnitShape shape, Instructions instructions, Part whole, Constants constants) {
    this.shape = shape;
    this.instructions = instructions;
    this.whole = whole;
    this.constants = constants;
    this.homes = new Homes(shape.localKinds());
    this.places = shape.places(homes);
    Set<Integer> ends = new HashSet<>();
    collectEnds(whole, ends);
    this.after = instructions.operandsAfter(shape.function(), ends);
  }

  private static void collectEnds(Part part, Set<Integer> ends) {
    for (Part inner : part.inner()) {
      ends.add(inner.to() - 1);
      collectEnds(inner, ends);
    }
  }

  // What the methods share.

  Part whole() {
    return whole;
  }

  Homes homes() {
    return homes;
  }

  Instructions instructions() {
    return instructions;
  }

  Signature signature() {
    return shape.signature();
  }

  ClassDesc self() {
    return shape.self();
  }

  private boolean isLoop() {
    return shape.isLoop();
  }

  /** The operands behind a part, bottom to top; null if nothing behind it is reached. */
  List<Kind> operandsAfter(Part part) {
    return after.get(part.to() - 1);
  }

  int blockNumber(int offset) {
    return blockNumbers.computeIfAbsent(offset, _ -> FUNCTION + 1 + blockNumbers.size());
  }

  /** The name of the method of a part that is called where {@code border} is. */
  String method(Part part, SplitMethod.Border border) {
    borders.put(part, border);
    int number =
        partNumbers.computeIfAbsent(
            part,
            p -> {
              found.add(p);
              return partNumbers.size();
            });
    return PART + number;
  }

  Translation translation(CodeBuilder code, Variables variables, int depth) {
    return shape.translation(code, variables, places, constants, depth);
  }

  // The methods.

  /**
   * Adds them to a class.
   *
   * @return offsets of the loops that {@link #LOOPS} enters, by their numbers
   */
  List<Integer> assemble(ClassBuilder type) {
    type.withMethodBody(UnitShape.BODY_NAME, shape.bodyType(), FLAGS, this::outermost);
    if (!loops.isEmpty()) {
      type.withMethodBody(LOOPS, LOOPS_TYPE, FLAGS, this::outermostFromLoops);
    }
    while (!found.isEmpty()) {
      Part part = found.remove();
      type.withMethodBody(
          PART + partNumbers.get(part), SplitMethod.TYPE, FLAGS, code -> part(part, code));
    }
    type.withMethodBody("bits", MethodTypeDesc.of(Homes.BITS), FLAGS, this::bits);
    type.withMethodBody("objects", MethodTypeDesc.of(Homes.OBJECTS), FLAGS, this::objects);
    return loops;
  }

  private void bits(CodeBuilder code) {
    code.loadConstant(homes.size()).newarray(TypeKind.LONG).areturn();
  }

  private void objects(CodeBuilder code) {
    if (homes.hasObjects()) {
      code.loadConstant(homes.size()).anewarray(ConstantDescs.CD_Object).areturn();
    } else {
      code.aconst_null().areturn();
    }
  }

  private void part(Part part, CodeBuilder code) {
    new SplitMethod(
            this,
            part,
            code,
            SplitMethod.DEPTH,
            new Homes.Moves(code, shape.vectors(), 2, 3),
            borders.get(part),
            false)
        .emitPart(readiness.computeIfAbsent(part, _ -> new Readiness()));
  }

  private void outermost(CodeBuilder code) {
    JitBlock function = function(code);
    SplitMethod method = outermost(code, function, isLoop());
    Label init = code.newLabel();
    Label start = code.newLabel();
    Label cold = code.newLabel();
    if (shape.vectors().waits()) {
      method
          .exits()
          .begin(
              readiness.computeIfAbsent(whole, _ -> new Readiness()),
              isLoop() ? 2 : 1,
              cold,
              method.exits()::returnPending);
    }
    code.goto_(init).labelBinding(start);
    if (!isLoop()) {
      method.exits().pollEntry(shape.function());
    }
    Label leave = code.newLabel();
    method.emitBody(
        () -> {
          returnResults(method, function);
          if (shape.vectors().waits()) {
            int place = isLoop() ? method.control().loopStart(shape.loop()).place() : Places.ENTRY;
            code.labelBinding(leave).goto_(method.translation().departures().at(place));
          }
        });
    code.labelBinding(init);
    take(method);
    code.goto_(isLoop() ? method.control().loopStart(shape.loop()).label() : start);
    if (shape.vectors().waits()) {
      code.labelBinding(cold);
      take(method);
      code.goto_(leave);
    } else if (!isLoop()) {
      loops = method.control().loops().keySet().stream().sorted().toList();
    }
  }

  /**
   * The same once more, which starts at a loop with the values of a frame of the interpreter: who
   * is in it need not wait for code of its own.
   */
  private void outermostFromLoops(CodeBuilder code) {
    JitBlock function = function(code);
    SplitMethod method = outermost(code, function, true);
    Label init = code.newLabel();
    code.goto_(init);
    method.emitBody(() -> returnResults(method, function));
    code.labelBinding(init);
    makeHomes(method);
    Arrival arrival = new Arrival(method.translation(), signature());
    arrival.takeLocals();
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < loops.size(); i++) {
      cases.add(SwitchCase.of(i, code.newLabel()));
    }
    code.iload(LOOP).tableswitch(cases.getFirst().target(), cases);
    for (int i = 0; i < loops.size(); i++) {
      ControlEmitter.LoopStart start = method.control().loopStart(loops.get(i));
      code.labelBinding(cases.get(i).target());
      arrival.takeOperands(start);
      code.goto_(start.label());
    }
  }

  private JitBlock function(CodeBuilder code) {
    List<Kind> results = signature().results();
    JitBlock function = new JitBlock(false, false, code.newLabel(), List.of(), results, List.of());
    function.counted = shape.probes().end();
    return function;
  }

  /** The outermost method; {@code fromLoop} is whether it starts there. */
  private SplitMethod outermost(CodeBuilder code, JitBlock function, boolean fromLoop) {
    Homes.Moves moves =
        new Homes.Moves(
            code,
            shape.vectors(),
            code.allocateLocal(TypeKind.REFERENCE),
            code.allocateLocal(TypeKind.REFERENCE));
    SplitMethod method =
        new SplitMethod(
            this,
            whole,
            code,
            fromLoop ? 2 : 1,
            moves,
            new SplitMethod.Border(List.of(), List.of(function)),
            fromLoop);
    method.opened(function, -1);
    return method;
  }

  private void take(SplitMethod method) {
    makeHomes(method);
    new Arrival(method.translation(), signature())
        .take(isLoop() ? method.control().loopStart(shape.loop()) : null);
  }

  private void makeHomes(SplitMethod method) {
    CodeBuilder code = method.translation().code();
    code.invokestatic(self(), "bits", MethodTypeDesc.of(Homes.BITS)).astore(method.moves().bits());
    code.invokestatic(self(), "objects", MethodTypeDesc.of(Homes.OBJECTS))
        .astore(method.moves().objects());
  }

  /** Whether this is the name of a part's method. */
  static boolean isPart(String name) {
    return name.startsWith(PART);
  }

  private static void returnResults(SplitMethod method, JitBlock function) {
    ControlEmitter control = method.control();
    if (control.isReachable()) {
      control.jump(function);
    }
    method.translation().code().labelBinding(function.target);
    control.restart(function.results.stream().map(Operand::slot).toList());
    method.exits().returnTop();
  }
}
