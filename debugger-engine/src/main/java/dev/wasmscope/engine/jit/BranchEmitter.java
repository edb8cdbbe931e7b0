package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Emits branches: what they bring is moved to where the target expects it. */
final class BranchEmitter {

  private final Translation at;
  private final CodeBuilder code;
  private final Exits exits;
  private final CastEmitter casts;
  private final ProbeEmitter probes;

  BranchEmitter(Translation at, Exits exits) {
    this.at = at;
    this.code = at.code();
    this.exits = exits;
    this.casts = new CastEmitter(at);
    this.probes = new ProbeEmitter(at);
  }

  /** Branches to {@code target} with its values; the operands stay as they are. */
  void jump(JitBlock target) {
    probes.emitCounters(target.counted);
    leap(target);
  }

  /** Goes on at the end of {@code target} without being a branch to it. */
  void leap(JitBlock target) {
    if (target.target == null) {
      exits.returnTop();
      return;
    }
    at.stack().spill();
    move(target);
    if (target.strip != null) {
      target.strip.emitNext(code);
    }
    if (target.poll >= 0) {
      exits.poll(target.poll);
    }
    code.goto_(target.target);
  }

  private boolean moves(JitBlock target) {
    if (!target.counted.isEmpty()) {
      return true;
    }
    int count = target.brought.size();
    int from = at.stack().height() - count;
    for (int i = 0; i < count; i++) {
      Operand operand = at.stack().peek(count - 1 - i);
      boolean there = operand.is(Operand.Source.SLOT) && from == target.below.size();
      if (!there || operand.loose()) {
        return true;
      }
    }
    return false;
  }

  /** Moves the values that a branch brings to where the target expects them. */
  private void move(JitBlock target) {
    int count = target.brought.size();
    int from = at.stack().height() - count;
    int to = target.below.size();
    for (int i = 0; i < count; i++) {
      Operand operand = at.stack().peek(count - 1 - i);
      if (operand.is(Operand.Source.SLOT) && from == to && !operand.loose()) {
        continue;
      }
      at.stack().loadAt(from + i);
      at.variables().store(at.variables().slot(to + i, operand.kind()));
    }
  }

  /** Emits {@code br_if}. */
  void onTrue(JitBlock target) {
    Branch taken = at.stack().loadCondition();
    if (target.strip != null && target.strip.exact()) {
      onTrueInStrip(target, taken);
      return;
    }
    if (target.target != null && !moves(target) && target.poll < 0) {
      taken.emit(code, target.target);
      return;
    }
    Label on = code.newLabel();
    taken.negated().emit(code, on);
    jump(target);
    code.labelBinding(on);
  }

  /** In a strip whose end is known the condition is tested behind its last round only. */
  private void onTrueInStrip(JitBlock target, Branch taken) {
    Label end = code.newLabel();
    Label on = code.newLabel();
    target.strip.emitEnd(code, end);
    taken.drop(code);
    code.goto_(target.strip.again()).labelBinding(end);
    taken.negated().emit(code, on);
    probes.emitCounters(target.counted);
    exits.poll(target.poll);
    code.goto_(target.target).labelBinding(on);
  }

  /**
   * Emits {@code br_table}.
   *
   * @param targets finds the block of a label
   */
  void table(IntFunction<JitBlock> targets) {
    at.stack().load(1);
    int labels = at.reader().labelCount();
    // HotSpot counts rounds where branches go back, but not where switches do.
    Map<JitBlock, Label> ways = new LinkedHashMap<>();
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < labels - 1; i++) {
      cases.add(SwitchCase.of(i, way(ways, targets.apply(at.reader().label(i)))));
    }
    Label last = way(ways, targets.apply(at.reader().label(labels - 1)));
    if (cases.isEmpty()) {
      code.pop().goto_(last);
    } else {
      code.tableswitch(0, cases.size() - 1, last, cases);
    }
    ways.forEach(
        (target, label) -> {
          if (label != target.target) {
            code.labelBinding(label);
            jump(target);
          }
        });
  }

  private Label way(Map<JitBlock, Label> ways, JitBlock target) {
    return ways.computeIfAbsent(
        target, t -> t.target != null && !moves(t) && !t.loop ? t.target : code.newLabel());
  }

  // Branches that look at a reference.

  /** Emits {@code br_on_null}. */
  void onNull(JitBlock target) {
    at.stack().spill();
    Operand reference = at.stack().peek(0);
    int top = at.stack().height() - 1;
    at.stack().loadAt(top);
    Label on = code.newLabel();
    code.ifnonnull(on);
    at.stack().cut(top);
    jump(target);
    code.labelBinding(on);
    at.stack().push(reference);
  }

  /** Emits {@code br_on_non_null}. */
  void onNonNull(JitBlock target) {
    at.stack().spill();
    int top = at.stack().height() - 1;
    at.stack().loadAt(top);
    Label on = code.newLabel();
    code.ifnull(on);
    jump(target);
    code.labelBinding(on);
    at.stack().cut(top);
  }

  /**
   * Emits {@code br_on_cast} or {@code br_on_cast_fail}.
   *
   * @param matching whether the branch is for references of the type, or for all others
   */
  void onCast(JitBlock target, boolean matching) {
    at.stack().spill();
    at.stack().loadAt(at.stack().height() - 1);
    casts.test(at.instance().toStore().rename(at.reader().castTarget()));
    Label on = code.newLabel();
    if (matching) {
      code.ifeq(on);
    } else {
      code.ifne(on);
    }
    jump(target);
    code.labelBinding(on);
  }
}
