package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.CompiledCode;
import dev.wasmscope.engine.tier.FrameDump;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Emits the ways out of a compiled function: return, and the one to the interpreter. */
final class Exits {

  private static final ClassDesc READINESS = ClassDesc.of(Readiness.class.getName());
  private static final ClassDesc DUMP = ClassDesc.of(FrameDump.class.getName());
  private static final ClassDesc RUNTIME_EXCEPTION = ClassDesc.of("java.lang.RuntimeException");
  private static final int TOGETHER = 4;

  private final Translation at;
  private final CodeBuilder code;
  private final Signature signature;
  private final boolean toSlots;
  private final Ending ending;

  /** What a return does with the results, the topmost operands. */
  @FunctionalInterface
  interface Ending {
    void emit(int results);
  }

  /**
   * Ways out.
   *
   * @param toSlots whether results are put where the arguments were
   */
  Exits(Translation at, Signature signature, boolean toSlots) {
    this.at = at;
    this.code = at.code();
    this.signature = signature;
    this.toSlots = toSlots;
    this.ending =
        toSlots || signature.returnsInSlots()
            ? new SlotEnding(toSlots)
            : _ -> {
              at.stack().load(signature.results().size());
              signature.results().forEach(kind -> at.vectors().toRecord(code, kind));
              code.return_(
                  signature.results().isEmpty()
                      ? TypeKind.VOID
                      : signature.results().getFirst().type);
            };
  }

  Signature signature() {
    return signature;
  }

  /** Whether results are put where the arguments were. */
  boolean toSlots() {
    return toSlots;
  }

  /** Returns the topmost operands; all operands stay known. */
  void returnTop() {
    List<Operand> operands = at.stack().snapshot();
    ending.emit(signature.results().size());
    at.stack().replace(spilledIfLoaded(operands));
  }

  /**
   * Begins a method that is executed only when HotSpot has optimised it, see {@link WarmUp}.
   * HotSpot removes nearly all of it. And the quick compiler sees that it need not compile the
   * rest.
   *
   * @param depth the Java variable with the depth, or with {@link WarmUp#ASKED}
   * @param cold where to go on if it has not been optimised
   * @param nothing returns from a method that is not executed
   */
  void begin(Readiness readiness, int depth, Label cold, Runnable nothing) {
    Label called = code.newLabel();
    Label optimised = code.newLabel();
    Label pretended = code.newLabel();
    Label executed = code.newLabel();
    code.iload(depth).loadConstant(WarmUp.ASKED).if_icmpne(called);
    at.constants().load(code, readiness, Readiness.class);
    at.vectors().loadIsOptimised(code);
    code.invokevirtual(
        READINESS, "called", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_boolean));
    nothing.run();
    code.labelBinding(called);
    at.vectors().loadIsOptimised(code);
    code.ifne(optimised);
    at.thread().ifnull(pretended);
    at.constants().load(code, readiness, Readiness.class);
    code.invokevirtual(READINESS, "cold", ConstantDescs.MTD_void).goto_(cold);
    code.labelBinding(optimised);
    at.thread().ifnonnull(executed);
    code.labelBinding(pretended);
    nothing.run();
    code.labelBinding(executed);
  }

  /** Returns without results: a tail call is pending. */
  void returnPending() {
    if (toSlots || signature.results().size() != 1) {
      code.return_();
    } else {
      Kind kind = signature.results().getFirst();
      kind.loadDefault(code);
      code.return_(kind.type);
    }
  }

  private static List<Operand> spilledIfLoaded(List<Operand> operands) {
    return operands.stream().map(o -> o.is(Operand.Source.JAVA_STACK) ? o.spilled() : o).toList();
  }

  /** Puts results into the slots where the arguments were, or into scratch slots. */
  private final class SlotEnding implements Ending {

    private final boolean toArguments;

    SlotEnding(boolean toArguments) {
      this.toArguments = toArguments;
    }

    @Override
    public void emit(int results) {
      at.stack().spill();
      int base = toArguments ? UnitAssembler.BASE : code.allocateLocal(TypeKind.INT);
      SlotMoves moves = at.slots(base);
      if (!toArguments) {
        moves.claim(results);
      }
      int from = at.stack().height() - results;
      for (int i = 0; i < results; i++) {
        Kind kind = signature.results().get(i);
        moves.address(kind, i);
        at.stack().loadAt(from + i);
        moves.store(kind);
      }
      code.return_();
    }
  }

  /**
   * Whether loops are polled by who branches back: where a loop starts, HotSpot would have to bring
   * there the locals of the round before, though nobody else wants them. Fuel counts where loops
   * start, as the interpreter does; and other methods of the function may come there, too.
   */
  boolean pollsWhereBranched() {
    return !at.classes().counts() && !(at.variables() instanceof SharedVariables);
  }

  /** Leaves the code if somebody wants something of the thread, or if it has no fuel. */
  void poll(int place) {
    poll(at.departures().at(place));
  }

  private void poll(Label leave) {
    at.thread().getfield(Signature.THREAD, "wish", ConstantDescs.CD_int);
    if (at.vectors().waits()) {
      at.vectors().seldom(code);
      code.ifne(leave);
      at.vectors().loadIsOptimised(code);
      code.ifeq(leave);
    } else {
      code.ifne(leave);
    }
    if (at.classes().counts()) {
      count(leave);
    }
  }

  /**
   * Leaves the code at a function's entry, too, if the stack is deeper than its store allows or
   * probes want it. {@link BriefCode} asks for nobody's wish: a poll is a volatile read, over which
   * HotSpot moves no other one.
   */
  void pollEntry(WasmFunction function) {
    int limit = function.instance().store().limits().callDepth();
    ProbeEmitter probes = new ProbeEmitter(at);
    probes.emitTests(at.probes().entry(), Places.ENTRY);
    Label leave = at.departures().at(Places.ENTRY);
    code.iload(at.depthVariable()).loadConstant(limit).if_icmpgt(leave);
    if (!BriefCode.is(function) || at.classes().counts()) {
      poll(leave);
    }
    probes.emitCounters(at.probes().entry());
  }

  private void count(Label empty) {
    at.thread().getfield(Signature.THREAD, "fuel", ConstantDescs.CD_long).lconst_0().lcmp();
    code.ifeq(empty);
    at.thread().dup().getfield(Signature.THREAD, "fuel", ConstantDescs.CD_long);
    code.lconst_1().lsub().putfield(Signature.THREAD, "fuel", ConstantDescs.CD_long);
  }

  /** Emits the handler of everything that is thrown: copies out the values of all variables. */
  void emitHandler() {
    int cause = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(cause);
    beginCapture(cause);
    List<Variables.Variable> all = at.variables().all();
    int i = 0;
    while (i < all.size()) {
      int together = together(all, i);
      for (int k = 0; k < together; k++) {
        at.variables().load(all.get(i + k));
        at.vectors().toRecord(code, all.get(i + k).kind());
      }
      ClassDesc type = dumped(all.get(i).kind());
      code.invokevirtual(
          DUMP, "add", MethodTypeDesc.of(DUMP, java.util.Collections.nCopies(together, type)));
      i += together;
    }
    endCapture();
  }

  /** Pushes the {@link FrameDump} that takes the values of the frame. */
  void beginCapture(int cause) {
    at.thread().aload(cause);
    at.constants().load(code, at.places(), CompiledCode.class);
    code.iload(at.placeVariable())
        .invokevirtual(
            Signature.THREAD,
            "leaving",
            MethodTypeDesc.of(
                DUMP,
                ConstantDescs.CD_Throwable,
                ClassDesc.of(CompiledCode.class.getName()),
                ConstantDescs.CD_int));
  }

  /** Throws on what the {@link FrameDump} on Java's operand stack says. */
  void endCapture() {
    code.invokevirtual(DUMP, "cause", MethodTypeDesc.of(RUNTIME_EXCEPTION)).athrow();
  }

  private static ClassDesc dumped(Kind kind) {
    return kind.isNumber() ? kind.desc : ConstantDescs.CD_Object;
  }

  /** Four if so many variables of the same kind follow, else one. */
  private static int together(List<Variables.Variable> all, int from) {
    ClassDesc type = dumped(all.get(from).kind());
    if (from + TOGETHER > all.size() || all.get(from).kind() == Kind.F32) {
      return 1;
    }
    for (int i = 1; i < TOGETHER; i++) {
      if (!dumped(all.get(from + i).kind()).equals(type)) {
        return 1;
      }
    }
    return TOGETHER;
  }
}
