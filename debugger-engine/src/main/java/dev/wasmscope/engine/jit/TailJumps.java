package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.GearThread;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the functions of one Java method, see {@link TailGroup}, know of each other's tail calls.
 */
final class TailJumps {

  private final CodeBuilder code;
  private final Map<WasmFunction, Goal> goals = new HashMap<>();
  private final List<WasmFunction> order = new ArrayList<>();
  private final Set<Label> used = new HashSet<>();

  /** The Java variable with the number of tail calls in each other; −1 as long as there is none. */
  private int count = -1;

  /**
   * Where a function's code is entered.
   *
   * @param called where a call arrives, with all parameters set and nothing else
   * @param polled where one arrives that need not be polled
   */
  record Goal(Variables variables, int params, Label called, Label polled) {}

  TailJumps(CodeBuilder code) {
    this.code = code;
  }

  /** Adds a function; the code of those added before comes before its own. */
  void add(WasmFunction function, Goal goal) {
    order.add(function);
    goals.put(function, goal);
  }

  /** Those of some functions that are in the method. */
  List<WasmFunction> among(List<WasmFunction> functions) {
    return functions.stream().filter(goals::containsKey).toList();
  }

  /** Whether the function is in the method. */
  boolean has(WasmFunction function) {
    return goals.containsKey(function);
  }

  /**
   * Jumps from the code of one function to that of another, whose parameters are set.
   *
   * @param polls whether somebody may have got a wish that is to be heard at the next call
   */
  void jump(WasmFunction from, WasmFunction to, boolean polls) {
    Goal goal = goals.get(to);
    // Whoever goes round and round jumps back somewhere: it is enough to ask for wishes there.
    boolean back = order.indexOf(to) <= order.indexOf(from);
    Label label = back || polls ? goal.called : goal.polled;
    used.add(label);
    code.goto_(label);
  }

  /** Whether anybody jumps there. */
  boolean isUsed(Label label) {
    return used.contains(label);
  }

  Goal goal(WasmFunction function) {
    return goals.get(function);
  }

  /** Whether there is a tail call that is no jump, so that one may be left pending. */
  boolean leavesCalls() {
    return count >= 0;
  }

  /** The Java variable with the number of tail calls that are Java calls in each other. */
  int count() {
    if (count < 0) {
      count = code.allocateLocal(TypeKind.INT);
    }
    return count;
  }

  /** Sets that number from the depth that the method has been given in a Java variable. */
  void takeCount(int depth) {
    if (count >= 0) {
      code.iload(depth).loadConstant(~GearThread.DEPTH_MASK).iand().istore(count);
      TailCalls.plainDepth(code, depth);
    }
  }
}
