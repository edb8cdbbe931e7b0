package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Emits blocks and branches. At the border of a block all operands are in their slots, so that they
 * are at the same place on all ways.
 */
final class ControlEmitter {

  private final Translation at;
  private final CodeBuilder code;
  private final Exits exits;
  private final List<JitBlock> blocks = new ArrayList<>();
  private final Map<Integer, LoopStart> loops = new HashMap<>();
  private boolean reachable = true;

  /** Where a loop starts in the Java code, and which of the places that is. */
  record LoopStart(Label label, int place) {}

  ControlEmitter(Translation at, Exits exits) {
    this.at = at;
    this.code = at.code();
    this.exits = exits;
    blocks.add(new JitBlock(false, false, null, List.of(), exits.signature().results(), List.of()));
  }

  boolean isReachable() {
    return reachable;
  }

  /** Where loops start, by the offsets of their {@code loop} instructions. */
  Map<Integer, LoopStart> loops() {
    return loops;
  }

  /** Emits the instruction just read if it is one of control; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case BLOCK -> open(false);
      case LOOP -> open(true);
      case IF -> openIf();
      case ELSE -> openElse();
      case END -> end();
      default -> {
        return !reachable || branch(opcode);
      }
    }
    return true;
  }

  private boolean branch(Opcode opcode) {
    switch (opcode) {
      case NOP -> {}
      case UNREACHABLE -> {
        at.mayLeave();
        exits.leave();
        reachable = false;
      }
      case RETURN -> {
        exits.returnTop();
        reachable = false;
      }
      case BR -> {
        jump(target(at.reader().index()));
        reachable = false;
      }
      case BR_IF -> branchIf(target(at.reader().index()));
      case BR_TABLE -> {
        table();
        reachable = false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Nothing behind this instruction is reached. */
  void unreachable() {
    reachable = false;
  }

  JitBlock target(int label) {
    return blocks.get(blocks.size() - 1 - label);
  }

  // Blocks.

  private FuncType type() {
    if (at.reader().blockTypeIndex() >= 0) {
      return (FuncType)
          at.instance().spaces().types().get(at.reader().blockTypeIndex()).composite();
    }
    return at.reader().blockResult() == null
        ? new FuncType(List.of(), List.of())
        : new FuncType(List.of(), List.of(at.reader().blockResult()));
  }

  private JitBlock push(boolean loop) {
    FuncType type = type();
    List<Kind> params = Kind.of(type.params());
    List<Kind> results = Kind.of(type.results());
    if (!reachable) {
      JitBlock dead = new JitBlock(true, loop, null, params, results, List.of());
      blocks.add(dead);
      return dead;
    }
    at.stack().settle(params.size());
    List<Operand> below = at.stack().snapshot().subList(0, at.stack().height() - params.size());
    JitBlock block = new JitBlock(false, loop, code.newLabel(), params, results, below);
    blocks.add(block);
    return block;
  }

  private void open(boolean loop) {
    JitBlock block = push(loop);
    if (loop && !block.dead) {
      code.labelBinding(block.target);
      int place = at.places().add(at.reader().offset(), at.stack().snapshot());
      loops.put(at.reader().offset(), new LoopStart(block.target, place));
      exits.poll(place);
    }
  }

  private void openIf() {
    if (!reachable) {
      push(false);
      return;
    }
    // The condition is taken first; what is settled then may need Java's operand stack.
    int condition = at.code().allocateLocal(java.lang.classfile.TypeKind.INT);
    at.stack().load(1);
    code.istore(condition);
    JitBlock block = push(false);
    block.otherwise = code.newLabel();
    code.iload(condition).ifeq(block.otherwise);
  }

  private void openElse() {
    JitBlock block = blocks.getLast();
    if (block.dead) {
      return;
    }
    if (reachable) {
      jump(block);
    }
    code.labelBinding(block.otherwise);
    block.otherwise = null;
    restart(block, block.params);
  }

  private void restart(JitBlock block, List<Kind> operands) {
    List<Operand> now = new ArrayList<>(block.below);
    operands.forEach(kind -> now.add(Operand.slot(kind)));
    at.stack().replace(now);
    reachable = true;
  }

  private void end() {
    JitBlock block = blocks.getLast();
    if (blocks.size() == 1) {
      if (reachable) {
        exits.returnTop();
      }
      reachable = false;
    } else if (!block.dead) {
      close(block);
    }
    blocks.removeLast();
  }

  private void close(JitBlock block) {
    if (reachable) {
      at.stack().settle(block.results.size());
    }
    if (block.otherwise != null) {
      code.labelBinding(block.otherwise);
    }
    if (!block.loop) {
      code.labelBinding(block.target);
      restart(block, block.results);
    } else if (reachable) {
      restart(block, block.results);
    }
  }

  // Branches.

  /** Jumps to {@code target} with its values; the operands stay as they are. */
  void jump(JitBlock target) {
    at.stack().spill();
    if (target.target == null) {
      exits.returnTop();
      return;
    }
    move(target);
    code.goto_(target.target);
  }

  private boolean moves(JitBlock target) {
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
      at.stack().loadAt(from + i, false);
      at.variables().store(at.variables().slot(to + i, operand.kind()));
    }
  }

  private void branchIf(JitBlock target) {
    at.stack().load(1);
    if (target.target != null && !moves(target)) {
      code.ifne(target.target);
      return;
    }
    Label on = code.newLabel();
    code.ifeq(on);
    jump(target);
    code.labelBinding(on);
  }

  private void table() {
    at.stack().load(1);
    int labels = at.reader().labelCount();
    Map<JitBlock, Label> ways = new LinkedHashMap<>();
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < labels - 1; i++) {
      cases.add(SwitchCase.of(i, way(ways, target(at.reader().label(i)))));
    }
    Label last = way(ways, target(at.reader().label(labels - 1)));
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
        target, t -> t.target != null && !moves(t) ? t.target : code.newLabel());
  }
}
