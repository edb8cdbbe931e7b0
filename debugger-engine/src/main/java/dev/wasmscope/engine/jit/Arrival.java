package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.jit.Operand.Source;
import java.lang.classfile.TypeKind;
import java.util.List;

/** Emits what gives the variables of a compiled function their first values. */
final class Arrival {

  private static final int FIRST_PARAM = 2;

  private final Translation at;
  private final Signature signature;

  Arrival(Translation at, Signature signature) {
    this.at = at;
    this.signature = signature;
  }

  /** Takes what the function was called with, or what the loop, if that is entered, finds. */
  void take(ControlEmitter.LoopStart loop) {
    if (loop == null) {
      takeParameters();
    } else {
      takeOver(loop);
    }
  }

  /** Takes the parameters; all other variables are cleared. */
  private void takeParameters() {
    Variables variables = at.variables();
    at.code().iconst_0().istore(at.placeVariable());
    List<Kind> params = signature.params();
    if (signature.spills()) {
      int base = at.code().allocateLocal(TypeKind.INT);
      SlotMoves moves = at.slots(base);
      moves.claim(params.size());
      for (int i = 0; i < params.size(); i++) {
        moves.load(params.get(i), i);
        variables.store(variables.local(i));
      }
    } else {
      takeJavaParameters(params);
    }
    clearFrom(params.size());
  }

  private void takeJavaParameters(List<Kind> params) {
    Variables variables = at.variables();
    int next = FIRST_PARAM;
    for (int i = 0; i < params.size(); i++) {
      Kind kind = params.get(i);
      if (variables instanceof SharedVariables || kind == Kind.V128) {
        at.code().loadLocal(kind.type, next);
        at.vectors().fromRecord(at.code(), kind);
        variables.store(variables.local(i));
      }
      next += kind.type.slotSize();
    }
  }

  /** Clears all variables but the parameters, which are set. */
  void clear() {
    at.code().iconst_0().istore(at.placeVariable());
    clearFrom(signature.params().size());
  }

  /** Takes all values of a frame of the interpreter that stands at the loop. */
  private void takeOver(ControlEmitter.LoopStart start) {
    takeLocals();
    takeOperands(start);
  }

  /** Takes the locals of a frame of the interpreter; all other variables are cleared. */
  void takeLocals() {
    Variables variables = at.variables();
    SlotMoves moves = at.slots(UnitAssembler.BASE);
    at.code().iconst_0().istore(at.placeVariable());
    for (int i = 0; i < variables.locals(); i++) {
      moves.load(at.localKinds().get(i), i);
      variables.store(variables.local(i));
    }
    clearFrom(variables.locals());
    for (int i = 0; i < variables.kept().size(); i++) {
      moves.load(Kind.REF, variables.locals() + i);
      variables.store(variables.all().get(variables.kept().get(i)));
    }
  }

  /** Takes the operands of a frame of the interpreter that stands at the loop. */
  void takeOperands(ControlEmitter.LoopStart start) {
    Variables variables = at.variables();
    SlotMoves moves = at.slots(UnitAssembler.BASE);
    int base = variables.locals() + variables.kept().size();
    List<Operand> operands = at.places().operands(start.place());
    for (int i = 0; i < operands.size(); i++) {
      Operand operand = operands.get(i);
      if (operand.is(Source.SLOT)) {
        moves.load(operand.kind(), base + i);
        variables.store(variables.slot(i, operand.kind()));
      }
    }
  }

  private void clearFrom(int first) {
    for (Variables.Variable variable : at.variables().uncleared(first)) {
      at.variables().clear(variable);
    }
  }
}
