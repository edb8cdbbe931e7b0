package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.jit.Strip.Order;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature.MemoryAccess;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the values of one round of an innermost loop as sums of the locals at its start, and
 * finds what a {@link Strip} takes.
 */
final class RoundScan {

  /** A condition: what is compared, and whether it is to be less, or different. */
  private record Condition(Order order, LinearSum lesser, LinearSum greater, boolean inclusive) {}

  /**
   * What an instruction leaves, as far as it is known: a sum, a condition, a number with a fraction
   * that has been loaded; or null for each.
   */
  private record Value(LinearSum sum, Condition condition, LoadScan.Load load) {

    static final Value UNKNOWN = new Value(null, null, null);

    static Value of(LinearSum sum) {
      return new Value(sum, null, null);
    }

    /** A number says yes if it is not zero. */
    Condition asCondition() {
      return sum == null
          ? condition
          : new Condition(Order.DIFFERENT, sum, LinearSum.ofConstant(0), false);
    }
  }

  private record Access(LinearSum address, long offset, int width) {}

  private final Instance instance;
  private final CodeReader reader;
  private final int body;
  private final Map<Integer, LinearSum> locals = new HashMap<>();
  private final List<Value> operands = new ArrayList<>();
  private final Map<Integer, Access> accesses = new LinkedHashMap<>();
  private final LoadScan loads = new LoadScan();

  /** Blocks in the loop that are open. */
  private int depth;

  /** Those, counted from the outermost, of which what comes next may be skipped. */
  private final BitSet skipped = new BitSet();

  /** Whether functions are called. */
  private boolean calls;

  /** Whether all that comes is executed in every round. */
  private boolean always = true;

  /** The locals where the loop branches back; null as long as that has not come. */
  private Map<Integer, LinearSum> atEnd;

  private Condition condition;

  /**
   * The {@code loop} has just been read.
   *
   * @param height of the operand stack
   */
  RoundScan(Instance instance, CodeReader reader, List<Kind> localKinds, int height) {
    this.instance = instance;
    this.reader = reader;
    this.body = reader.nextOffset();
    for (int i = 0; i < localKinds.size(); i++) {
      if (localKinds.get(i) == Kind.I32) {
        locals.put(i, LinearSum.ofLocal(i));
      }
    }
    level(height);
  }

  /** Brings the operands to a height; what is new is unknown. */
  private void level(int height) {
    while (operands.size() > height) {
      operands.removeLast();
    }
    while (operands.size() < height) {
      operands.add(Value.UNKNOWN);
    }
  }

  /**
   * Follows the instruction just read, which is none that opens a loop.
   *
   * @return false if the loop cannot be executed in strips
   */
  boolean next(int offset, Opcode opcode, CodeWalk walk) {
    int first = Math.max(0, operands.size() - walk.taken());
    Value result = Value.UNKNOWN;
    watchLoads(offset, opcode, first);
    switch (opcode) {
      case LOCAL_GET -> result = local();
      case LOCAL_SET, LOCAL_TEE -> {
        result = operand(first);
        set(result.sum);
      }
      case BR, BR_IF -> {
        Condition when = opcode == Opcode.BR_IF ? operand(first).asCondition() : null;
        if (!branch(reader.index(), when)) {
          return false;
        }
      }
      case BR_TABLE -> {
        for (int i = 0; i < reader.labelCount(); i++) {
          if (reader.label(i) == depth || !branch(reader.label(i), null)) {
            return false;
          }
        }
      }
      case CALL -> {
        if (!BriefCode.calls(instance.function(reader.index()))) {
          return false;
        }
        calls = true;
      }
      case RETURN, UNREACHABLE -> always = false;
      case BLOCK, IF -> skipped.set(depth++, opcode == Opcode.IF);
      case ELSE -> {}
      case END -> skipped.clear(--depth);
      default -> {
        if (!BriefCode.has(opcode) || branchesByType(opcode) || isWide(opcode)) {
          return false;
        }
        result = computed(opcode, first);
        if (opcode.signature() instanceof MemoryAccess access) {
          access(offset, operand(first).sum, access.width());
          result = new Value(null, null, loads.access(offset, reader, access));
        }
      }
    }
    operands.subList(first, operands.size()).clear();
    if (walk.left() == 1) {
      operands.add(result);
    }
    level(walk.height());
    return true;
  }

  /** Nothing is known of addresses of 64 bits, and all must be checked: a strip is no gain. */
  private boolean isWide(Opcode opcode) {
    return opcode.signature() instanceof MemoryAccess && instance.memory(reader.memory()).is64();
  }

  private static boolean branchesByType(Opcode opcode) {
    return opcode.mnemonic().startsWith("br_on");
  }

  private Value operand(int at) {
    return at < operands.size() ? operands.get(at) : Value.UNKNOWN;
  }

  private Value local() {
    LinearSum sum = locals.get(reader.index());
    return sum == null ? Value.UNKNOWN : Value.of(sum);
  }

  private void set(LinearSum value) {
    if (!skipped.isEmpty() || value == null) {
      locals.remove(reader.index());
    } else {
      locals.put(reader.index(), value);
    }
  }

  private boolean branch(int label, Condition when) {
    if (label < depth) {
      skipped.set(depth - 1 - label, depth);
      return true;
    }
    always = false;
    if (label > depth) {
      return true;
    }
    if (depth > 0 || atEnd != null) {
      return false;
    }
    atEnd = new HashMap<>(locals);
    condition = when;
    return true;
  }

  private void access(int offset, LinearSum address, int width) {
    if (skipped.isEmpty() && always && address != null && reader.memory() == 0) {
      accesses.put(offset, new Access(address, reader.memoryOffset(), width));
    }
  }

  /** An instruction takes the operands from {@code first} on. */
  private void watchLoads(int offset, Opcode opcode, int first) {
    for (int i = 0; i < operands.size(); i++) {
      LoadScan.Load load = operand(i).load;
      if (load == null) {
        continue;
      }
      if (i < first && opcode.signature() instanceof MemoryAccess) {
        load.during(offset);
      } else if (i < first ? !UncheckedNumbers.mayPass(opcode) : !LoadScan.isArithmetic(opcode)) {
        load.seen();
      }
    }
  }

  private Value computed(Opcode opcode, int first) {
    if (opcode == Opcode.I32_CONST) {
      return Value.of(LinearSum.ofConstant(reader.i32()));
    }
    LinearSum a = operand(first).sum;
    LinearSum b = operand(first + 1).sum;
    if (a == null || b == null) {
      return Value.UNKNOWN;
    }
    return switch (opcode) {
      case I32_ADD -> Value.of(a.plus(b));
      case I32_SUB -> Value.of(a.minus(b));
      case I32_MUL -> product(a, b);
      case I32_SHL -> b.isConstant() ? Value.of(a.times(1 << b.constant())) : Value.UNKNOWN;
      case I32_NE -> condition(Order.DIFFERENT, a, b, false);
      case I32_LT_S -> condition(Order.SIGNED, a, b, false);
      case I32_LT_U -> condition(Order.UNSIGNED, a, b, false);
      case I32_LE_S -> condition(Order.SIGNED, a, b, true);
      case I32_LE_U -> condition(Order.UNSIGNED, a, b, true);
      case I32_GT_S -> condition(Order.SIGNED, b, a, false);
      case I32_GT_U -> condition(Order.UNSIGNED, b, a, false);
      case I32_GE_S -> condition(Order.SIGNED, b, a, true);
      case I32_GE_U -> condition(Order.UNSIGNED, b, a, true);
      default -> Value.UNKNOWN;
    };
  }

  private static Value product(LinearSum a, LinearSum b) {
    if (b.isConstant()) {
      return Value.of(a.times(b.constant()));
    }
    return a.isConstant() ? Value.of(b.times(a.constant())) : Value.UNKNOWN;
  }

  private static Value condition(Order order, LinearSum lesser, LinearSum greater, boolean equal) {
    return new Value(null, new Condition(order, lesser, greater, equal), null);
  }

  /** Whether an {@code end} is that of the loop. */
  boolean isAtEnd() {
    return depth == 0;
  }

  /** What has been found; null if the loop does not branch back. */
  Strip finish() {
    if (atEnd == null) {
      return null;
    }
    Map<Integer, Integer> steps = new HashMap<>();
    atEnd.forEach(
        (local, sum) -> {
          Integer step = sum.growthOf(local);
          if (step != null) {
            steps.put(local, step);
          }
        });
    // Over calls nobody keeps where the memory is.
    Map<Integer, Strip.Access> checked = calls ? new HashMap<>() : checked(steps);
    Strip.Rounding rounds = condition == null ? null : rounding(steps);
    return new Strip(body, checked, rounds, loads.mark(checked));
  }

  private Map<Integer, Strip.Access> checked(Map<Integer, Integer> steps) {
    Map<Map<Integer, Integer>, Strip.Range> ranges = new HashMap<>();
    Map<Integer, Strip.Access> checked = new HashMap<>();
    accesses.forEach(
        (offset, access) -> {
          Integer step = access.address.step(steps);
          Map<Integer, Integer> key = access.address.factors();
          boolean room = ranges.containsKey(key) || ranges.size() < Strip.MOST_RANGES;
          if (step == null || access.address.isConstant() || access.offset < 0 || !room) {
            return;
          }
          Strip.Range range =
              ranges.computeIfAbsent(key, _ -> new Strip.Range(access.address, step));
          if (range.add(access.address, access.offset, access.width)) {
            checked.put(offset, new Strip.Access(range, access.address, access.offset, false));
          }
        });
    return checked;
  }

  private Strip.Rounding rounding(Map<Integer, Integer> steps) {
    Integer lesser = condition.lesser.step(steps);
    Integer greater = condition.greater.step(steps);
    if (lesser == null || greater == null) {
      return null;
    }
    int rate = lesser - greater;
    boolean exact =
        condition.order == Order.DIFFERENT
            ? Integer.numberOfTrailingZeros(rate) <= Strip.LARGEST_POWER
            : (lesser > 0 && greater == 0) || (lesser == 0 && greater < 0 && rate > 0);
    return exact
        ? new Strip.Rounding(
            condition.order, condition.lesser, condition.greater, condition.inclusive, rate)
        : null;
  }
}
