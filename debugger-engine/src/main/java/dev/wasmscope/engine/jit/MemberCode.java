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
    this.exits = new Exits(at, shape.signature(), shape.isLoop());
    this.translator = new BodyTranslator(at, exits, jumps);
    int params = shape.signature().params().size();
    this.goal = new TailJumps.Goal(variables, params, code.newLabel(), code.newLabel());
    jumps.add(shape.function(), goal);
  }

  Exits exits() {
    return exits;
  }

  /** Emits the function, with the handler of what it throws. */
  void emit() {
    WasmFunction function = shape.function();
    code.labelBinding(start);
    exits.pollEntry(function.instance().store().limits().callDepth(), shape.isBrief());
    code.labelBinding(begun);
    CodeWalk.through(
        function.instance().validation(), function.index(), (_, walk) -> translator.next(walk));
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
    exits.startRounds(shape.rounds());
    Arrival arrival = new Arrival(at, shape.signature());
    if (shape.isLoop()) {
      arrival.takeOver(translator.control().loops().get(shape.loop()), shape.loop());
    } else {
      arrival.takeParameters();
      code.goto_(start);
    }
  }
}
