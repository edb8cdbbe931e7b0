package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.step.StepFactory;
import dev.wasmscope.engine.step.Steps;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.lang.classfile.Label;
import java.util.List;

/**
 * Translates the instructions of a function, one after the other, each by the emitter of its
 * family.
 */
final class BodyTranslator {

  private final Translation at;
  private final ControlEmitter control;
  private final VariableEmitter variables;
  private final CallEmitter calls;
  private final TailCallEmitter tailCalls;
  private final NumericEmitter numbers;
  private final MemoryEmitter memory;
  private final StructEmitter structs;
  private final ArrayEmitter arrays;
  private final CastEmitter casts;
  private final BulkEmitter bulk;
  private final StepEmitter steps;
  private final ProbeEmitter probes;

  /** A translator of a whole function that becomes one Java method. */
  BodyTranslator(Translation at, Exits exits, TailJumps jumps) {
    this(
        at,
        new ControlEmitter(at, exits, List.of(wholeFunction(at, exits)), BlockExits.NONE),
        exits,
        jumps);
  }

  BodyTranslator(Translation at, ControlEmitter control, Exits exits, TailJumps jumps) {
    this.at = at;
    this.control = control;
    variables = new VariableEmitter(at);
    calls = new CallEmitter(at);
    tailCalls = new TailCallEmitter(at, calls, exits, jumps);
    numbers = new NumericEmitter(at);
    memory = new MemoryEmitter(at, control.strips());
    structs = new StructEmitter(at);
    arrays = new ArrayEmitter(at);
    casts = new CastEmitter(at);
    bulk = new BulkEmitter(at);
    steps = new StepEmitter(at);
    probes = new ProbeEmitter(at);
  }

  private static JitBlock wholeFunction(Translation at, Exits exits) {
    boolean tests = ProbeEmitter.test(at.probes().end());
    Label end = tests ? at.code().newLabel() : null;
    JitBlock function =
        new JitBlock(false, false, end, List.of(), exits.signature().results(), List.of());
    function.counted = tests ? List.of() : at.probes().end();
    return function;
  }

  ControlEmitter control() {
    return control;
  }

  /** Emits what tail calls jump to, where no handler of the function is to see what is thrown. */
  void emitTailCalls() {
    tailCalls.emitCalls();
  }

  /** Translates the instruction that {@code walk} has just come to. */
  void next(CodeWalk walk) {
    translate(walk);
    at.departures().instructionEnds();
  }

  private void translate(CodeWalk walk) {
    Opcode opcode = at.reader().next();
    if (!at.unchecked().none() && !mayPassUnchecked(opcode)) {
      at.unchecked().check();
    }
    if (control.isReachable() && !control.hasOwnProbes(opcode)) {
      probes.emit();
    }
    if (control.emit(opcode) || variables.emit(opcode)) {
      return;
    }
    if (calls.emit(opcode)) {
      control.called();
      return;
    }
    if (tailCalls.emit(opcode)) {
      control.unreachable();
      return;
    }
    switch (opcode.signature()) {
      case Signature.Constant _ -> variables.constant(opcode.immediate());
      case Signature.Fixed fixed -> numbers.emit(opcode, fixed);
      case Signature.MemoryAccess access when opcode.feature() != Feature.THREADS ->
          memory.emit(opcode, access);
      default -> special(opcode, walk);
    }
  }

  private boolean mayPassUnchecked(Opcode opcode) {
    if (!at.probes().at(at.reader().offset()).isEmpty()) {
      return false;
    }
    return opcode.signature() instanceof Signature.MemoryAccess access
        ? opcode.feature() != Feature.THREADS && memory.mayPass(access)
        : UncheckedNumbers.mayPass(opcode);
  }

  private void special(Opcode opcode, CodeWalk walk) {
    if (structs.emit(opcode) || arrays.emit(opcode) || casts.emit(opcode) || bulk.emit(opcode)) {
      return;
    }
    switch (opcode) {
      case MEMORY_GROW -> memory.grow();
      case MEMORY_SIZE -> memory.size();
      // Others must see the frames of a thread that waits: it waits in the interpreter.
      case MEMORY_ATOMIC_WAIT32, MEMORY_ATOMIC_WAIT64 -> control.leave();
      default -> {
        StepFactory step = Steps.of(opcode);
        if (step == null) {
          throw new NotCompilable(opcode.mnemonic());
        }
        steps.emit(step, walk);
      }
    }
  }
}
