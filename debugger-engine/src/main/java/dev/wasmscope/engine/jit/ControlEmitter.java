package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.probe.Inline;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.type.FuncType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final BranchEmitter branches;
  private final ExceptionEmitter exceptions;
  private final ProbeEmitter probes;
  private final StripEmitter strips;
  private final List<JitBlock> blocks;
  private final BlockExits outside;
  private final Map<Integer, LoopStart> loops = new HashMap<>();
  private boolean reachable = true;

  /**
   * Whether loops are polled before they start: the first need not be if nothing has been called.
   */
  private boolean polls;

  /** Where a loop starts in the Java code, and which of the places that is. */
  record LoopStart(Label label, int place) {}

  /**
   * An emitter.
   *
   * @param enclosing the blocks around the code, the function first
   */
  ControlEmitter(Translation at, Exits exits, List<JitBlock> enclosing, BlockExits outside) {
    this.at = at;
    this.code = at.code();
    this.exits = exits;
    this.blocks = new ArrayList<>(enclosing);
    this.outside = outside;
    this.polls = !(at.variables() instanceof JavaVariables); // who calls a part may have called
    this.branches = new BranchEmitter(at, exits);
    this.exceptions = new ExceptionEmitter(at, this);
    this.probes = new ProbeEmitter(at);
    this.strips = new StripEmitter(at);
  }

  /** The blocks around the next instruction, the function first. */
  List<JitBlock> blocks() {
    return List.copyOf(blocks);
  }

  boolean isReachable() {
    return reachable;
  }

  /** The loops that are executed in strips. */
  StripEmitter strips() {
    return strips;
  }

  /** Where the loop at {@code offset} starts. */
  LoopStart loopStart(int offset) {
    LoopStart start = loops.get(offset);
    if (start == null) {
      throw new NotCompilable("no loop at offset " + offset);
    }
    return start;
  }

  /** Where loops start, by the offsets of their {@code loop} instructions. */
  Map<Integer, LoopStart> loops() {
    return loops;
  }

  /** Whether probes of the instruction just read are emitted with it, not before. */
  boolean hasOwnProbes(Opcode opcode) {
    return opcode == Opcode.LOOP
        || (opcode == Opcode.END && blocks.size() == 1 && ProbeEmitter.test(at.probes().end()));
  }

  /** Emits the instruction just read if it is one of control; else answers false. */
  boolean emit(Opcode opcode) {
    switch (opcode) {
      case BLOCK -> open(false);
      case LOOP -> open(true);
      case IF -> openIf();
      case ELSE -> openElse();
      case TRY_TABLE -> exceptions.openTable();
      case TRY -> exceptions.openTry();
      case CATCH -> exceptions.openCatch(at.instance().tag(at.reader().index()));
      case CATCH_ALL -> exceptions.openCatch(null);
      case DELEGATE -> delegate();
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
      case UNREACHABLE -> leave();
      case RETURN -> {
        if (ProbeEmitter.test(at.probes().end())) {
          exits.returnTop();
        } else {
          branches.leap(target(blocks.size() - 1));
        }
        reachable = false;
      }
      case BR -> {
        jump(labelled());
        reachable = false;
      }
      case BR_IF -> branches.onTrue(labelled());
      case BR_TABLE -> {
        branches.table(this::target);
        reachable = false;
      }
      case BR_ON_NULL -> branches.onNull(labelled());
      case BR_ON_NON_NULL -> branches.onNonNull(labelled());
      case BR_ON_CAST -> branches.onCast(labelled(), true);
      case BR_ON_CAST_FAIL -> branches.onCast(labelled(), false);
      case THROW -> exceptions.raise();
      case THROW_REF -> exceptions.raiseReference();
      case RETHROW -> exceptions.raiseAgain();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Leaves the instruction just read, and what follows, to the interpreter. */
  void leave() {
    code.goto_(at.departures().at(at.place()));
    reachable = false;
  }

  /**
   * Something has been called, and somebody may have wished something meanwhile: he is heard where
   * the next loop starts, however short that is.
   */
  void called() {
    polls = true;
  }

  /** Nothing behind this instruction is reached. */
  void unreachable() {
    reachable = false;
  }

  /** The block that a label names. */
  JitBlock target(int label) {
    return outside.target(blocks.get(blocks.size() - 1 - label));
  }

  private JitBlock labelled() {
    return target(at.reader().index());
  }

  /** Number of open blocks, with the function itself. */
  int depth() {
    return blocks.size();
  }

  /** Jumps to {@code target} with its values; the operands stay as they are. */
  void jump(JitBlock target) {
    branches.jump(target);
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
    outside.opened(block, at.reader().offset());
    blocks.add(block);
    return block;
  }

  /** Opens a block or loop. */
  JitBlock open(boolean loop) {
    JitBlock block = push(loop);
    if (loop && !block.dead) {
      List<Inline> probed = at.probes().at(at.reader().offset());
      int place = at.departures().unheardPlace(at.reader().offset());
      if (probed.isEmpty() && exits.pollsWhereBranched()) {
        block.poll = place;
        if (polls) {
          exits.poll(place);
        }
        polls = true;
        code.labelBinding(block.target);
        Strip strip = strips.strip();
        block.strip = strip == null ? null : strips.open(strip);
      } else {
        code.labelBinding(block.target);
        probes.emitTests(probed, place);
        exits.poll(place);
        probes.emitCounters(probed);
      }
      loops.put(at.reader().offset(), new LoopStart(block.target, place));
    }
    return block;
  }

  private void openIf() {
    if (!reachable) {
      push(false);
      return;
    }
    Branch holds = at.stack().loadCondition();
    if (!at.stack().isSettled(type().params().size())) {
      // What is settled may need Java's operand stack.
      int condition = code.allocateLocal(java.lang.classfile.TypeKind.INT);
      holds.emitAsNumber(code);
      code.istore(condition);
      at.stack().settle(type().params().size());
      code.iload(condition);
      holds = Branch.IFNE;
    }
    JitBlock block = push(false);
    block.otherwise = code.newLabel();
    holds.negated().emit(code, block.otherwise);
  }

  private void openElse() {
    JitBlock block = blocks.getLast();
    if (block.dead) {
      return;
    }
    endArm(block);
    code.labelBinding(block.otherwise);
    block.otherwise = null;
    restart(block, block.params);
  }

  /** Goes on behind a block, at the end of one of its arms. */
  void endArm(JitBlock block) {
    if (reachable) {
      branches.leap(block);
    }
  }

  /** The code that follows starts inside a block, with operands on top in their slots. */
  void restart(JitBlock block, List<Kind> operands) {
    List<Operand> now = new ArrayList<>(block.below);
    operands.forEach(kind -> now.add(Operand.slot(kind)));
    restart(now);
  }

  /** What follows is reached, with these operands. */
  void restart(List<Operand> operands) {
    at.stack().replace(operands);
    reachable = true;
  }

  private void end() {
    JitBlock block = blocks.getLast();
    if (blocks.size() == 1) {
      endFunction(block);
    } else if (!block.dead) {
      if (block.protection != null) {
        endArm(block);
        exceptions.close(block);
        reachable = false;
      }
      close(block);
    }
    blocks.removeLast();
  }

  private void endFunction(JitBlock block) {
    endArm(block);
    if (ProbeEmitter.test(at.probes().end())) {
      code.labelBinding(block.target);
      restart(block, block.results);
      probes.emit();
      exits.returnTop();
    }
    exceptions.finish();
    reachable = false;
  }

  private void delegate() {
    JitBlock block = blocks.getLast();
    if (!block.dead) {
      endArm(block);
      exceptions.closeDelegating(block, at.reader().index());
      reachable = false;
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
}
