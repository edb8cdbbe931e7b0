package dev.wasmscope.engine.jit;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what of a function becomes Java methods of their own, so that none is larger than a
 * budget. A block that fits is never divided, so that its loops keep their values in Java
 * variables. Of a block that does not, long runs become parts; so do all with loops. What
 * dispatches stays: a nest of blocks with a {@code br_table} innermost loses the code behind each
 * block, not the nest, nor the {@code br_table}. Only where that is not enough do divided blocks
 * become parts as well.
 */
final class SplitPlan {

  /** Bytes of Java code that a call of a part takes. */
  private static final int CALL = 24;

  /** Bytes of Java code by which others get to the end of a divided block. */
  private static final int DIVIDED = 8;

  /** Code whose values stay at home is so much longer, in halves. */
  private static final int AT_HOME = 5;

  private static final int SMALLEST_RUN = 30;
  private static final int TABLE = 8;

  private final List<Instructions.Row> rows;
  private final int budget;
  private final int smallest;
  private final int loop;
  private final Map<Integer, Block> blocks = new HashMap<>();
  private boolean grouped;

  /**
   * A block with everything in it.
   *
   * @param cost in bytes, undivided
   * @param pieces what it is divided into; null if it is not divided
   */
  private record Block(
      int from, int to, int cost, boolean loops, boolean fixed, List<Piece> pieces) {
    int rest() {
      return pieces.stream().mapToInt(Piece::cost).sum();
    }
  }

  /**
   * Something that comes of dividing.
   *
   * @param cost in bytes, for the method that it is in
   * @param fixed whether it must stay in the outermost method
   */
  private record Piece(int from, int to, int cost, boolean fixed, List<Part> parts) {}

  /** A block that has been opened and not closed yet. */
  private static final class Open {
    final int from;
    final Opcode kind;
    final List<Piece> pieces = new ArrayList<>();
    int bodyFrom;
    int cost;
    boolean loops;
    boolean fixed;
    boolean nest;

    Open(int from, Opcode kind) {
      this.from = from;
      this.bodyFrom = from + 1;
      this.kind = kind;
    }
  }

  private SplitPlan(List<Instructions.Row> rows, int budget, int smallest, int loop) {
    this.rows = rows;
    this.budget = budget;
    this.smallest = smallest;
    this.loop = loop;
  }

  /**
   * The whole function as a part.
   *
   * @param budget bytes of Java code
   * @param loop offset of a loop that must be entered from the outermost method, or negative
   */
  static Part of(Instructions instructions, int budget, int loop) {
    for (int smallest = budget / 2; ; smallest /= 2) {
      SplitPlan plan =
          new SplitPlan(instructions.rows(), budget, Math.max(smallest, SMALLEST_RUN), loop);
      Part whole = plan.whole();
      if (!plan.grouped || smallest <= SMALLEST_RUN) {
        return whole;
      }
    }
  }

  private Part whole() {
    Deque<Open> open = new ArrayDeque<>();
    Open function = new Open(-1, Opcode.BLOCK);
    open.push(function);
    for (int i = 0; i < rows.size() - 1; i++) {
      next(open, i);
    }
    closeBody(function, rows.size() - 1);
    List<Part> parts = new ArrayList<>();
    function.pieces.forEach(piece -> parts.addAll(piece.parts));
    return new Part(0, rows.size() - 1, parts);
  }

  private void next(Deque<Open> open, int i) {
    Instructions.Row row = rows.get(i);
    switch (row.opcode()) {
      case BLOCK, LOOP, IF, TRY_TABLE, TRY -> {
        Open block = new Open(i, row.opcode());
        block.cost = row.cost();
        block.loops = row.opcode() == Opcode.LOOP;
        block.fixed = row.offset() == loop;
        open.push(block);
      }
      case ELSE -> {
        open.peek().cost += row.cost();
        closeBody(open.peek(), i);
        open.peek().bodyFrom = i + 1;
      }
      case END, DELEGATE -> {
        Open block = open.pop();
        closeBody(block, i);
        close(block, i + 1, open.peek());
      }
      default -> {
        open.peek().cost += row.cost();
        open.peek().nest |= row.labels() >= TABLE;
      }
    }
  }

  private void close(Open block, int to, Open outer) {
    outer.cost += block.cost;
    outer.loops |= block.loops;
    outer.fixed |= block.fixed;
    outer.nest |= block.kind == Opcode.BLOCK && block.from == outer.bodyFrom && block.nest;
    boolean divided = isDivided(block);
    blocks.put(
        block.from,
        new Block(
            block.from, to, block.cost, block.loops, block.fixed, divided ? block.pieces : null));
  }

  /** Divided must be what is too large, what is the start of something large, or is entered. */
  private boolean isDivided(Open block) {
    boolean entersInside = block.fixed && rows.get(block.from).offset() != loop;
    boolean nest = block.kind == Opcode.BLOCK && block.nest;
    return !isProtected(block) && (block.cost > budget || entersInside || nest);
  }

  /** A handler of exceptions is for one Java method. */
  private static boolean isProtected(Open block) {
    return block.kind == Opcode.TRY_TABLE || block.kind == Opcode.TRY;
  }

  private void closeBody(Open block, int to) {
    if (isProtected(block)) {
      return;
    }
    if (block.from < 0 || isDivided(block)) {
      List<Piece> pieces = divide(block.bodyFrom, to);
      int rest = pieces.stream().mapToInt(Piece::cost).sum();
      block.pieces.addAll(rest > budget ? group(pieces) : pieces);
    } else {
      block.pieces.add(inline(block.bodyFrom, to));
    }
  }

  private Piece inline(int from, int to) {
    int cost = 0;
    for (int i = from; i < to; ) {
      cost += costAt(i);
      i = after(i);
    }
    return new Piece(from, to, cost * AT_HOME / 2, false, List.of());
  }

  private int costAt(int i) {
    Block block = blocks.get(i);
    return block != null ? block.cost : rows.get(i).cost();
  }

  private int after(int i) {
    Block block = blocks.get(i);
    return block != null ? block.to : i + 1;
  }

  private List<Piece> divide(int from, int to) {
    List<Piece> pieces = new ArrayList<>();
    int start = from;
    int cost = 0;
    int i = from;
    while (i < to) {
      Block block = blocks.get(i);
      boolean entered = block != null && block.fixed && block.pieces == null;
      if (block != null && (block.pieces != null || entered)) {
        closeRun(pieces, start, i);
        pieces.add(entered ? part(block) : divided(block));
        start = block.to;
        cost = 0;
        i = block.to;
      } else if (cost > 0 && cost + costAt(i) > budget) {
        start = cut(pieces, start, i, cost);
        cost = 0;
        i = start;
      } else {
        cost += costAt(i);
        i = after(i);
      }
    }
    closeRun(pieces, start, to);
    return pieces;
  }

  private static Piece part(Block block) {
    Part part = new Part(block.from, block.to, List.of());
    return new Piece(block.from, block.to, CALL, block.fixed, List.of(part));
  }

  private static Piece divided(Block block) {
    List<Part> parts = new ArrayList<>();
    block.pieces.forEach(piece -> parts.addAll(piece.parts));
    return new Piece(block.from, block.to, block.rest() + DIVIDED, block.fixed, parts);
  }

  /** Ends a run that is too long where the fewest operands are, in its second half. */
  private int cut(List<Piece> pieces, int start, int end, int cost) {
    int best = end;
    int lowest = Integer.MAX_VALUE;
    int sum = 0;
    for (int i = start; i < end; ) {
      sum += costAt(i);
      i = after(i);
      int height = rows.get(i - 1).height();
      if (2 * sum >= cost && height <= lowest) {
        best = i;
        lowest = height;
      }
    }
    closeRun(pieces, start, best);
    return best;
  }

  private void closeRun(List<Piece> pieces, int from, int to) {
    if (from == to) {
      return;
    }
    Piece inline = inline(from, to);
    boolean loops = false;
    boolean dispatches = false;
    for (int i = from; i < to; i = after(i)) {
      loops |= blocks.containsKey(i) && blocks.get(i).loops;
      dispatches |= rows.get(i).labels() >= TABLE;
    }
    boolean stays = dispatches && inline.cost <= budget / 2;
    if (loops || (!stays && inline.cost * 2 / AT_HOME >= smallest)) {
      pieces.add(new Piece(from, to, CALL, false, List.of(new Part(from, to, List.of()))));
    } else {
      pieces.add(inline);
    }
  }

  /** Makes parts of several pieces each, until what is left fits. */
  private List<Piece> group(List<Piece> pieces) {
    grouped = true;
    List<Piece> now = pieces;
    int before = Integer.MAX_VALUE;
    int cost = sum(now);
    while (cost > budget && cost < before) {
      now = groupOnce(now);
      before = cost;
      cost = sum(now);
    }
    return now;
  }

  private static int sum(List<Piece> pieces) {
    return pieces.stream().mapToInt(Piece::cost).sum();
  }

  private List<Piece> groupOnce(List<Piece> pieces) {
    List<Piece> result = new ArrayList<>();
    List<Piece> group = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.fixed || sum(group) + piece.cost > budget) {
        closeGroup(result, group);
      }
      if (piece.fixed) {
        result.add(piece);
      } else {
        group.add(piece);
      }
    }
    closeGroup(result, group);
    return result;
  }

  private static void closeGroup(List<Piece> result, List<Piece> group) {
    if (sum(group) <= CALL) {
      result.addAll(group);
    } else if (!group.isEmpty()) {
      List<Part> parts = new ArrayList<>();
      group.forEach(piece -> parts.addAll(piece.parts));
      int from = group.getFirst().from;
      int to = group.getLast().to;
      result.add(new Piece(from, to, CALL, false, List.of(new Part(from, to, parts))));
    }
    group.clear();
  }
}
