package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.binary.CodeReader;
import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.Signature.MemoryAccess;
import dev.wasmscope.wasm.valid.CodeWalk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds memory accesses whose addresses differ by a constant: one check of bounds, and one address,
 * are enough for all of them. The first of such a group checks for those that follow it in a
 * straight line; if they are not all within the memory the code is left there, and the interpreter
 * finds out at which of them the program traps.
 *
 * <p>Values are followed through locals and additions of constants. What is known at the start of a
 * block holds behind it, unless there was a call or a loop: calls may move the memory, and compiled
 * code may be entered where a loop starts.
 */
final class AddressScan {

  /** Sums of constants beyond this are not followed: nothing wraps around. */
  private static final long FAR = Integer.MAX_VALUE;

  /** Accesses relative to the same value. */
  static final class Group {

    private final long delta;
    private final int run;
    private long extent;
    private int followers;

    private Group(long delta, int run, long extent) {
      this.delta = delta;
      this.run = run;
      this.extent = extent;
    }

    /** Number of bytes from the first one's address, without its offset, to be checked. */
    long extent() {
      return extent;
    }

    /** Whether there are others than the first. */
    boolean isShared() {
      return followers > 0;
    }
  }

  /**
   * An access that belongs to a group.
   *
   * @param displacement from the first one's address without its offset
   * @param leads whether it is the first
   */
  record Member(Group group, long displacement, boolean leads) {}

  /** A value: what is not known of it, by a number, and what has been added. */
  private record Sum(int unknown, long delta) {

    static final int NOTHING = 0;

    Sum plus(long addend) {
      return new Sum(unknown, delta + addend);
    }
  }

  private record Key(int memory, int unknown) {}

  /** What is known where a block starts. */
  private static final class Block {
    final boolean loop;
    final Sum[] locals;
    final Map<Key, Group> groups;
    final BitSet assigned = new BitSet();

    /** Whether in it groups end that have begun before. */
    boolean forgets;

    Block(boolean loop, Sum[] locals, Map<Key, Group> groups) {
      this.loop = loop;
      this.locals = locals;
      this.groups = groups;
    }
  }

  private final CodeReader reader;
  private final Map<Integer, Member> members = new HashMap<>();
  private final Deque<Block> blocks = new ArrayDeque<>();
  private final List<Sum> operands = new ArrayList<>();
  private final Sum[] locals;
  private Map<Key, Group> groups = new HashMap<>();
  private int unknowns = Sum.NOTHING;
  private int run;

  AddressScan(CodeReader reader, int locals) {
    this.reader = reader;
    this.locals = new Sum[locals];
    forget(this.locals);
    blocks.push(new Block(false, this.locals.clone(), Map.of()));
  }

  /** The accesses that belong to groups, by the offsets of their instructions. */
  Map<Integer, Member> members() {
    return members;
  }

  private Sum unknown() {
    return new Sum(++unknowns, 0);
  }

  private void forget(Sum[] values) {
    Arrays.setAll(values, _ -> unknown());
  }

  /** Goes on to the instruction that {@code walk} has come to. */
  void next(int offset, CodeWalk walk) {
    Opcode opcode = reader.next();
    // Of unreachable code there may be fewer than it takes.
    int first = Math.max(0, operands.size() - walk.taken());
    switch (opcode) {
      case LOCAL_GET -> replace(first, locals[reader.index()]);
      case LOCAL_SET -> set(first, false);
      case LOCAL_TEE -> set(first, true);
      case I32_CONST -> replace(first, new Sum(Sum.NOTHING, reader.i32()));
      case I64_CONST -> replace(first, new Sum(Sum.NOTHING, reader.i64()));
      case I32_ADD, I64_ADD -> replace(first, sum(operand(first), operand(first + 1)));
      default -> {
        if (opcode.signature() instanceof MemoryAccess access
            && opcode.feature() != Feature.THREADS) {
          access(offset, operand(first), access.width());
        }
        other(opcode, first, walk.left());
      }
    }
    while (operands.size() > walk.height()) {
      operands.removeLast();
    }
    while (operands.size() < walk.height()) {
      operands.add(unknown());
    }
  }

  private Sum operand(int at) {
    return at < operands.size() ? operands.get(at) : unknown();
  }

  private void replace(int first, Sum... results) {
    operands.subList(first, operands.size()).clear();
    operands.addAll(List.of(results));
  }

  private void set(int first, boolean stays) {
    Sum value = operand(first);
    locals[reader.index()] = value;
    blocks.element().assigned.set(reader.index());
    if (stays) {
      replace(first, value);
    } else {
      replace(first);
    }
  }

  private Sum sum(Sum a, Sum b) {
    if (a.unknown != Sum.NOTHING && b.unknown != Sum.NOTHING) {
      return unknown();
    }
    Sum sum = a.unknown == Sum.NOTHING ? b.plus(a.delta) : a.plus(b.delta);
    return -FAR < sum.delta && sum.delta < FAR ? sum : unknown();
  }

  private void access(int offset, Sum address, int width) {
    long constant = reader.memoryOffset();
    if (address.unknown == Sum.NOTHING || constant < 0 || constant > FAR) {
      return;
    }
    Key key = new Key(reader.memory(), address.unknown);
    Group group = groups.get(key);
    if (group != null && address.delta >= group.delta) {
      long displacement = address.delta - group.delta + constant;
      if (displacement + width <= group.extent || group.run == run) {
        group.extent = Math.max(group.extent, displacement + width);
        group.followers++;
        members.put(offset, new Member(group, displacement, false));
        return;
      }
    }
    Group led = new Group(address.delta, run, constant + width);
    groups.put(key, led);
    members.put(offset, new Member(led, constant, true));
  }

  private void other(Opcode opcode, int first, int left) {
    Sum[] results = new Sum[Math.max(0, left)];
    forget(results);
    replace(first, results);
    switch (opcode) {
      case BLOCK, IF, TRY, TRY_TABLE -> open(false);
      case LOOP -> open(true);
      case ELSE, CATCH, CATCH_ALL -> restart();
      case END, DELEGATE -> close();
      case CALL, CALL_INDIRECT, CALL_REF, MEMORY_GROW -> called();
      case BR, BR_IF, BR_TABLE, BR_ON_NULL, BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL -> run++;
      case RETURN, UNREACHABLE, THROW, THROW_REF, RETHROW -> run++;
      default -> {}
    }
  }

  private void open(boolean loop) {
    run++;
    if (loop) {
      forget(locals);
      groups = new HashMap<>();
      blocks.element().forgets = true;
    }
    blocks.push(new Block(loop, locals.clone(), groups));
    groups = new HashMap<>(groups);
  }

  /** An arm of a block starts, with what was known where the block started. */
  private void restart() {
    run++;
    Block block = blocks.element();
    System.arraycopy(block.locals, 0, locals, 0, locals.length);
    groups = block.forgets ? new HashMap<>() : new HashMap<>(block.groups);
  }

  private void close() {
    run++;
    Block block = blocks.pop();
    if (blocks.isEmpty()) {
      return;
    }
    if (!block.loop) {
      System.arraycopy(block.locals, 0, locals, 0, locals.length);
      block.assigned.stream().forEach(local -> locals[local] = unknown());
      groups = block.forgets ? new HashMap<>() : block.groups;
    }
    blocks.element().assigned.or(block.assigned);
    blocks.element().forgets |= block.forgets;
  }

  /** The memory may have grown, and moved. */
  private void called() {
    run++;
    groups.clear();
    blocks.element().forgets = true;
  }
}
