package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** Emits the code of one function in a Java method that may have several, see {@link TailGroup}. */
final class MemberCode {

  private final UnitShape shape;
  private final CodeBuilder code;
  private final Translation at;
  private final Exits exits;
  private final BodyTranslator translator;
  private final TailJumps jumps;
  private final TailJumps.Goal goal;
  private final Label start;
  private final Label begun;
  private final Label cold;
  private final int depth;
  private ControlEmitter.LoopStart entered;
  private Label leave;

  /**
   * The code of a function.
   *
   * @param variables its own
   * @param depth the Java variable with the depth of the frame
   * @param jumps to and from the other functions of the method
   */
  MemberCode(
      UnitShape shape,
      CodeBuilder code,
      Variables variables,
      Constants constants,
      int depth,
      TailJumps jumps) {
    this.shape = shape;
    this.code = code;
    this.jumps = jumps;
    this.at = shape.translation(code, variables, shape.places(variables), constants, depth);
    this.start = code.newLabel();
    this.begun = code.newLabel();
    this.cold = code.newLabel();
    this.depth = depth;
    this.exits = new Exits(at, shape.signature(), shape.isLoop());
    this.translator = new BodyTranslator(at, exits, jumps);
    int params = shape.signature().params().size();
    this.goal = new TailJumps.Goal(variables, params, code.newLabel(), code.newLabel());
    jumps.add(shape.function(), goal);
  }

  /** Emits what has only optimised code executed, if the function wants that. */
  void begin() {
    if (shape.vectors().waits()) {
      exits.begin(new Readiness(), depth, cold, exits::returnPending);
    }
  }

  /** Emits the function, with the handler of what it throws. */
  void emit() {
    WasmFunction function = shape.function();
    code.labelBinding(start);
    exits.pollEntry(function);
    code.labelBinding(begun);
    CodeWalk.through(
        function.instance().validation(), function.index(), (_, walk) -> translator.next(walk));
    entered = shape.isLoop() ? translator.control().loopStart(shape.loop()) : null;
    if (shape.vectors().waits()) {
      leave = at.departures().at(shape.isLoop() ? entered.place() : Places.ENTRY);
    }
    Label handler = code.newLabel();
    at.departures().emit(handler);
    code.labelBinding(handler);
    exits.emitHandler();
  }

  /** Emits what belongs where no handler sees it: tail calls, and where they arrive by a jump. */
  void emitOutside() {
    translator.emitTailCalls();
    boolean pollsAlways = at.classes().counts() || !at.probes().entry().isEmpty();
    arrive(goal.called(), start);
    arrive(goal.polled(), pollsAlways ? start : begun);
  }

  private void arrive(Label from, Label to) {
    if (jumps.isUsed(from)) {
      code.labelBinding(from);
      new Arrival(at, shape.signature()).clear();
      at.memoryMayHaveGrown();
      code.goto_(to);
    }
  }

  /** Emits what comes first: all variables get a value. */
  void emitStart() {
    at.memoryMayHaveGrown();
    new Arrival(at, shape.signature()).take(entered);
    code.goto_(shape.isLoop() ? entered.label() : start);
  }

  /** Emits what comes first, after {@code first}, and leaves: the code has not been optimised. */
  void emitCold(Runnable first) {
    code.labelBinding(cold);
    first.run();
    new Arrival(at, shape.signature()).take(entered);
    code.goto_(leave);
  }
}
