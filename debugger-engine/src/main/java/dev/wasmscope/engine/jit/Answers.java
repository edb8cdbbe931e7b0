package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the methods of a split function answer: where it goes on, {@link SplitMethod}. */
final class Answers {

  private final CodeBuilder code;
  private final int answer;
  private final Label dispatch;

  Answers(CodeBuilder code) {
    this.code = code;
    this.answer = code.allocateLocal(TypeKind.INT);
    this.dispatch = code.newLabel();
  }

  /** Sets the method's own answer. */
  CodeBuilder set(int number) {
    return code.loadConstant(number).istore(answer);
  }

  /** Returns the method's own answer. */
  void emitReturn() {
    code.iload(answer).ireturn();
  }

  /**
   * Takes the answer, which is on Java's operand stack, of a part that nothing behind is reached
   * of.
   *
   * @param only where it goes on if that is the same always; else null
   */
  void leave(Label only) {
    if (only != null) {
      code.pop().goto_(only);
    } else {
      code.istore(answer).goto_(dispatch);
    }
  }

  /**
   * Takes the answer, which is on Java's operand stack, of a part that code follows.
   *
   * @param only where else it goes on, if that is known; else null
   * @param always whether it goes on nowhere else
   */
  void goOn(Label only, boolean always) {
    if (always) {
      code.pop();
    } else if (only != null) {
      code.ifne(only);
    } else {
      code.istore(answer).iload(answer).ifne(dispatch);
    }
  }

  /**
   * Emits what goes on where an inner part has said.
   *
   * @param blocks of the method
   * @param isPart whether others are those of whoever called the method
   */
  void emitDispatch(Set<JitBlock> blocks, boolean isPart) {
    code.labelBinding(dispatch);
    Label elsewhere = code.newLabel();
    int low = blocks.stream().mapToInt(block -> block.number).min().orElse(0);
    int high = blocks.stream().mapToInt(block -> block.number).max().orElse(-1);
    // HotSpot counts rounds where branches go back, but not where switches do.
    Map<JitBlock, Label> back = new LinkedHashMap<>();
    List<SwitchCase> cases = new ArrayList<>();
    for (JitBlock block : blocks) {
      Label target = block.loop ? back.computeIfAbsent(block, _ -> code.newLabel()) : block.target;
      cases.add(SwitchCase.of(block.number, target));
    }
    code.iload(answer);
    if (cases.size() * 2 > high - low) {
      code.tableswitch(low, high, elsewhere, cases);
    } else {
      code.lookupswitch(elsewhere, cases);
    }
    back.forEach((block, label) -> code.labelBinding(label).goto_(block.target));
    code.labelBinding(elsewhere);
    if (isPart) {
      emitReturn();
    } else {
      code.aconst_null().athrow();
    }
  }
}
