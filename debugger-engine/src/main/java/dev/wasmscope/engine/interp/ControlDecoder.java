package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.TagInstance;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.wasm.binary.CatchClause;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.valid.SideTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes instructions that change where execution goes on, and keeps track of the blocks. What
 * branches keep and drop is known from validation.
 */
final class ControlDecoder {

  private final CodeReader code;
  private final FunctionCodeBuilder out;
  private final SideTable table;
  private final Instance instance;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Runnable> finishers = new ArrayList<>();
  private boolean reachable = true;

  /**
   * A decoder of what {@code code} reads.
   *
   * @param table the branches of the code; may be null where it has none
   */
  ControlDecoder(CodeReader code, FunctionCodeBuilder out, SideTable table) {
    this.code = code;
    this.out = out;
    this.table = table;
    this.instance = out.instance;
    blocks.add(new Block(false));
  }

  boolean isDone() {
    return blocks.isEmpty();
  }

  boolean isReachable() {
    return reachable;
  }

  /** What can only be done when all targets are known. */
  void finish() {
    finishers.forEach(Runnable::run);
  }

  /** Decodes the instruction just read if it is one of control; else answers false. */
  boolean decode(Opcode opcode) {
    switch (opcode) {
      case BLOCK -> open();
      case LOOP -> loop();
      case IF -> openIf();
      case TRY_TABLE -> tryTable();
      case TRY -> openTry();
      case ELSE -> openElse();
      case CATCH -> openCatch(instance.tag(code.index()));
      case CATCH_ALL -> openCatch(null);
      case DELEGATE -> delegate();
      case END -> end();
      default -> {
        return reachable && branch(opcode);
      }
    }
    return true;
  }

  private boolean branch(Opcode opcode) {
    switch (opcode) {
      case UNREACHABLE -> leave(Op.UNREACHABLE);
      case RETURN -> leave(Op.RETURN);
      case BR -> br();
      case BR_IF -> brIf();
      case BR_TABLE -> brTable();
      case BR_ON_NULL -> brOn(Op.BR_ON_NULL);
      case BR_ON_NON_NULL -> brOn(Op.BR_ON_NON_NULL);
      case BR_ON_CAST -> brOnCast(Decoder.castTarget(code, instance));
      case BR_ON_CAST_FAIL -> brOnCast(Decoder.castTarget(code, instance).negated());
      case RETURN_CALL -> tailCall(Op.RETURN_CALL, instance.function(code.index()), 0);
      case RETURN_CALL_REF -> tailCall(Op.RETURN_CALL_REF, null, 0);
      case RETURN_CALL_INDIRECT ->
          tailCall(
              Op.RETURN_CALL_INDIRECT,
              instance.table(code.index2()),
              instance.typeNumber(code.index()));
      case THROW -> {
        out.instruction(code.offset(), Op.THROW);
        out.object(instance.tag(code.index()));
        reachable = false;
      }
      case THROW_REF -> leave(Op.THROW_REF);
      case RETHROW -> {
        out.instruction(code.offset(), Op.RETHROW);
        out.word(target(code.index()).keepSlot);
        reachable = false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Block target(int label) {
    return blocks.get(blocks.size() - 1 - label);
  }

  private Block innermost() {
    return blocks.getLast();
  }

  // Blocks.

  private Block open() {
    Block block = new Block(!reachable);
    blocks.add(block);
    return block;
  }

  private void loop() {
    Block block = open();
    if (reachable) {
      block.targetPc = out.pc();
      out.instruction(code.offset(), Op.LOOP);
    }
  }

  private void openIf() {
    Block block = open();
    if (!block.dead) {
      out.instruction(code.offset(), Op.BR_UNLESS);
      block.elsePatch = out.pc();
      out.word(0);
    }
  }

  private void openElse() {
    Block block = innermost();
    if (block.dead) {
      return;
    }
    jumpToEnd(block);
    out.patch(block.elsePatch, out.pc());
    block.elsePatch = -1;
    reachable = true;
  }

  private void jumpToEnd(Block block) {
    if (reachable) {
      out.instruction(code.offset(), Op.BR);
      jump(block);
    }
  }

  private void end() {
    Block block = blocks.removeLast();
    if (block.dead) {
      return;
    }
    if (block.elsePatch >= 0) {
      out.patch(block.elsePatch, out.pc());
    }
    closeHandler(block, Integer.MAX_VALUE);
    closeBlock(block);
    if (blocks.isEmpty()) {
      out.instruction(code.offset(), Op.RETURN);
    }
  }

  private void closeBlock(Block block) {
    if (block.targetPc < 0) {
      block.targetPc = out.pc();
      block.patches.forEach(word -> out.patch(word, block.targetPc));
    }
    reachable = true;
  }

  // Branches.

  private void jump(Block target) {
    if (target.targetPc < 0) {
      target.patches.add(out.pc());
    }
    out.word(target.targetPc);
  }

  private void jump(Block target, int entry) {
    jump(target);
    out.word(table.kept(entry));
    out.word(table.dropped(entry));
  }

  private int entry() {
    return table.find(code.offset());
  }

  private void leave(int op) {
    out.instruction(code.offset(), op);
    reachable = false;
  }

  private void br() {
    branchOrMove(Op.BR, Op.BR_MOVE);
    reachable = false;
  }

  private void brIf() {
    branchOrMove(Op.BR_IF, Op.BR_IF_MOVE);
  }

  private void branchOrMove(int plain, int move) {
    Block target = target(code.index());
    int entry = entry();
    if (table.dropped(entry) == 0) {
      out.instruction(code.offset(), plain);
      jump(target);
    } else {
      out.instruction(code.offset(), move);
      jump(target, entry);
    }
  }

  private void brTable() {
    out.instruction(code.offset(), Op.BR_TABLE);
    out.word(code.labelCount());
    int first = entry();
    for (int i = 0; i < code.labelCount(); i++) {
      jump(target(code.label(i)), first + i);
    }
    reachable = false;
  }

  private void brOn(int op) {
    out.instruction(code.offset(), op);
    jump(target(code.index()), entry());
  }

  private void brOnCast(TypeTest test) {
    out.instruction(code.offset(), Op.BR_ON_CAST);
    jump(target(code.index()), entry());
    out.object(test);
  }

  private void tailCall(int op, Object object, int typeNumber) {
    out.instruction(code.offset(), op);
    out.object(object);
    out.word(typeNumber);
    reachable = false;
  }

  // Exceptions.

  private void tryTable() {
    Block block = open();
    if (block.dead) {
      return;
    }
    block.protectedFrom = out.pc();
    int first = entry();
    for (int i = 0; i < code.catchCount(); i++) {
      CatchClause clause = code.catchClause(i);
      TagInstance tag = clause.kind().hasTag() ? instance.tag(clause.tag()) : null;
      // Labels count from outside the try_table, which is already among the blocks.
      Block target = target(clause.label() + 1);
      boolean reference = clause.kind().hasReference();
      int height = table.dropped(first + i);
      block.clauses.add(
          new Block.PendingClause(tag, target, 0, height, tag != null, reference, -1));
    }
  }

  private void openTry() {
    Block block = open();
    block.keepSlot = out.exceptionSlot();
    if (!block.dead) {
      block.protectedFrom = out.pc();
    }
  }

  private void openCatch(TagInstance tag) {
    Block block = innermost();
    if (block.dead) {
      return;
    }
    jumpToEnd(block);
    if (block.protectedTo < 0) {
      block.protectedTo = out.pc();
    }
    // The first entry is the jump from above to the end.
    int height = table.dropped(entry() + 1);
    block.clauses.add(
        new Block.PendingClause(tag, null, out.pc(), height, tag != null, false, block.keepSlot));
    reachable = true;
  }

  private void delegate() {
    int target = blocks.size() - 2 - code.index();
    Block block = blocks.removeLast();
    if (!block.dead) {
      closeHandler(block, target);
      closeBlock(block);
    }
  }

  /** Protects what has been decoded since the block was opened, or until its first catch. */
  private void closeHandler(Block block, int delegateTo) {
    if (block.protectedFrom < 0) {
      return;
    }
    int to = block.protectedTo < 0 ? out.pc() : block.protectedTo;
    int depth = blocks.size();
    finishers.add(
        () ->
            out.handler(
                new Handlers.Handler(
                    block.protectedFrom,
                    to,
                    depth,
                    block.clauses.stream().map(Block.PendingClause::resolve).toList(),
                    delegateTo)));
  }
}
