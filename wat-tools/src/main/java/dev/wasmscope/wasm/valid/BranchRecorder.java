package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Opcode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Notes branches and handlers down while code is validated. A branch forward does not know its
 * target yet: such entries form a chain through their target column until the block ends.
 */
final class BranchRecorder {

  static final int NONE = -1;

  private static final int INITIAL_SIZE = 16;

  private int[] offsets = new int[INITIAL_SIZE];
  private int[] targets = new int[INITIAL_SIZE];
  private int[] kept = new int[INITIAL_SIZE];
  private int[] dropped = new int[INITIAL_SIZE];
  private int size;
  private final List<OpenHandler> handlers = new ArrayList<>();

  /** A handler whose end or clauses are not all known yet. */
  private static final class OpenHandler {
    private final int start;
    private final int parent;
    private int end = Integer.MAX_VALUE;
    private final List<HandlerTable.Clause> clauses = new ArrayList<>();

    OpenHandler(int start, int parent) {
      this.start = start;
      this.parent = parent;
    }
  }

  private int add(int offset, int target, int keptCount, int droppedCount) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * size);
      targets = Arrays.copyOf(targets, 2 * size);
      kept = Arrays.copyOf(kept, 2 * size);
      dropped = Arrays.copyOf(dropped, 2 * size);
    }
    offsets[size] = offset;
    targets[size] = target;
    kept[size] = keptCount;
    dropped[size] = droppedCount;
    return size++;
  }

  /** A branch to {@code frame} from a stack of {@code height} operands. */
  void branch(int offset, ControlFrame frame, int height) {
    int count = frame.labelTypes().length;
    toLabel(offset, frame, count, Math.max(0, height - count - frame.height));
  }

  private int toLabel(int offset, ControlFrame frame, int keptCount, int droppedCount) {
    if (frame.kind == Opcode.LOOP) {
      return add(offset, frame.start, keptCount, droppedCount);
    }
    frame.pending = add(offset, frame.pending, keptCount, droppedCount);
    return frame.pending;
  }

  /**
   * A jump from the end of a part of {@code frame} to its end, where the stack is right already.
   */
  void toEnd(int offset, ControlFrame frame) {
    frame.pending = add(offset, frame.pending, frame.type.results.length, 0);
  }

  /** The jump of an {@code if} whose condition is false. */
  void condition(int offset, ControlFrame frame) {
    frame.condition = add(offset, NONE, frame.type.params.length, 0);
  }

  /** Says where a false condition leads. */
  void conditionTo(ControlFrame frame, int target) {
    if (frame.condition != NONE) {
      targets[frame.condition] = target;
      frame.condition = NONE;
    }
  }

  /** Says where all branches to the end of {@code frame} lead. */
  void end(ControlFrame frame, int target) {
    int entry = frame.pending;
    while (entry != NONE) {
      int next = targets[entry];
      targets[entry] = target;
      entry = next;
    }
    frame.pending = NONE;
    conditionTo(frame, target);
  }

  /** Opens a handler whose body starts at {@code start}. */
  int handler(int start, int parent) {
    handlers.add(new OpenHandler(start, parent));
    return handlers.size() - 1;
  }

  /** Ends the body of a handler; the first call counts. */
  void endHandler(int handler, int end) {
    OpenHandler open = handlers.get(handler);
    open.end = Math.min(open.end, end);
  }

  /** The handler around {@code handler}. */
  int parent(int handler) {
    return handlers.get(handler).parent;
  }

  /** A clause of {@code try_table} that branches to {@code frame}. */
  void clause(int handler, HandlerTable.ClauseKind kind, int tag, int offset, ControlFrame frame) {
    int entry = toLabel(offset, frame, frame.labelTypes().length, frame.height);
    handlers.get(handler).clauses.add(new HandlerTable.Clause(kind, tag, entry));
  }

  /** A legacy handler, which starts at {@code target} inside {@code frame}. */
  void legacyClause(
      HandlerTable.ClauseKind kind,
      int tag,
      int offset,
      int target,
      int values,
      ControlFrame frame) {
    int entry = add(offset, target, values, frame.height);
    handlers.get(frame.ownHandler).clauses.add(new HandlerTable.Clause(kind, tag, entry));
  }

  /** What the body of {@code handler} throws goes on to the handler {@code to}. */
  void delegate(int handler, int to) {
    handlers
        .get(handler)
        .clauses
        .add(new HandlerTable.Clause(HandlerTable.ClauseKind.DELEGATE, 0, to));
  }

  /** A {@code rethrow} of what {@code handler} caught. */
  void rethrow(int offset, int handler) {
    add(offset, handler, 0, 0);
  }

  SideTable sideTable() {
    return new SideTable(
        Arrays.copyOf(offsets, size),
        Arrays.copyOf(targets, size),
        Arrays.copyOf(kept, size),
        Arrays.copyOf(dropped, size));
  }

  HandlerTable handlerTable() {
    return handlers.isEmpty()
        ? HandlerTable.EMPTY
        : new HandlerTable(
            handlers.stream()
                .map(h -> new HandlerTable.Handler(h.start, h.end, h.parent, h.clauses))
                .toList());
  }
}
