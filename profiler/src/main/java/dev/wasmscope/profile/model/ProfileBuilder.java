package dev.wasmscope.profile.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a {@link Profile}: collectors and readers of formats intern functions, frames and stacks
 * here and add samples, markers and counters. Not safe for use by several threads at once.
 */
public final class ProfileBuilder {
  private record StackKey(int prefix, int frame) {}

  private record FrameKey(int function, int offset, int line, int column) {}

  private final ProfileMeta meta;
  private final Map<String, Integer> stringRows = new HashMap<>();
  private final List<String> strings = new ArrayList<>();
  private final Map<Function, Integer> functionRows = new HashMap<>();
  private final IntColumn[] functions = IntColumn.columns(5);
  private final List<Category> categories = new ArrayList<>();
  private final Map<FrameKey, Integer> frameRows = new HashMap<>();
  private final IntColumn[] frames = IntColumn.columns(4);
  private final Map<StackKey, Integer> stackRows = new HashMap<>();
  private final IntColumn stackPrefixes = new IntColumn();
  private final IntColumn stackFrames = new IntColumn();
  private final List<ThreadBuilder> threads = new ArrayList<>();
  private final List<CounterBuilder> counters = new ArrayList<>();
  private final Map<String, String> sources = new HashMap<>();

  /** Starts an empty profile. */
  public ProfileBuilder(ProfileMeta meta) {
    this.meta = meta;
    string("");
  }

  /** The row of {@code function}, added when it is new. */
  public int function(Function function) {
    Integer known = functionRows.get(function);
    if (known != null) {
      return known;
    }
    int row = functionRows.size();
    functionRows.put(function, row);
    functions[0].add(string(function.name()));
    functions[1].add(string(function.module()));
    functions[2].add(string(function.file()));
    functions[3].add(function.line());
    functions[4].add(function.index());
    categories.add(function.category());
    return row;
  }

  /** The row of {@code frame}, added when it is new, its function with it. */
  public int frame(Frame frame) {
    return frame(function(frame.function()), frame.offset(), frame.line(), frame.column());
  }

  /**
   * The row of a frame, added when it is new.
   *
   * @param function row of its function
   * @param offset byte offset in the body, -1 when unknown
   * @param line 1-based line, 0 when unknown
   * @param column 1-based column, 0 when unknown
   */
  public int frame(int function, int offset, int line, int column) {
    check(function, functions[0].size(), "function");
    FrameKey key = new FrameKey(function, offset, line, column);
    Integer known = frameRows.get(key);
    if (known != null) {
      return known;
    }
    int row = frameRows.size();
    frameRows.put(key, row);
    frames[0].add(function);
    frames[1].add(offset);
    frames[2].add(line);
    frames[3].add(column);
    return row;
  }

  /**
   * The row of the stack that has frame {@code frame} on top of stack {@code prefix}, added when it
   * is new.
   *
   * @param prefix the caller's stack, {@link StackTable#NONE} for the outermost
   * @param frame row of the frame on top
   */
  public int stack(int prefix, int frame) {
    check(prefix + 1, stackPrefixes.size() + 1, "stack");
    check(frame, frames[0].size(), "frame");
    StackKey key = new StackKey(prefix, frame);
    Integer known = stackRows.get(key);
    if (known != null) {
      return known;
    }
    int row = stackRows.size();
    stackRows.put(key, row);
    stackPrefixes.add(prefix);
    stackFrames.add(frame);
    return row;
  }

  /** The row of the stack of these frames, outermost first, leaf last; none when empty. */
  public int stack(List<Frame> outermostFirst) {
    int stack = StackTable.NONE;
    for (Frame frame : outermostFirst) {
      stack = stack(stack, frame(frame));
    }
    return stack;
  }

  /** Starts a further thread whose samples weigh in {@code unit}. */
  public ThreadBuilder thread(String name, WeightUnit unit) {
    ThreadBuilder thread = new ThreadBuilder(this, name, unit);
    threads.add(thread);
    return thread;
  }

  /** Keeps the text of a file that functions name, for the weight of its lines. */
  public void source(String file, String text) {
    sources.put(WellFormed.text(file), WellFormed.text(text));
  }

  /** The thread that was started first; empty when none was. */
  public Optional<ThreadBuilder> firstThread() {
    return threads.stream().findFirst();
  }

  /** Starts a further counter. */
  public CounterBuilder counter(String name, WeightUnit unit) {
    CounterBuilder counter = new CounterBuilder(name, unit);
    counters.add(counter);
    return counter;
  }

  /** How many stacks there are so far. */
  public int stackCount() {
    return stackPrefixes.size();
  }

  /** The profile as it stands; the builder may go on. */
  public Profile build() {
    StringTable table = new StringTable(strings);
    return new Profile(
        meta,
        new FunctionTable(table, functions, categories),
        new FrameTable(frames),
        new StackTable(stackPrefixes, stackFrames),
        threads.stream().map(ThreadBuilder::build).toList(),
        counters.stream().map(CounterBuilder::build).toList(),
        sources);
  }

  private int string(String text) {
    Integer known = stringRows.putIfAbsent(text, strings.size());
    if (known != null) {
      return known;
    }
    strings.add(text);
    return strings.size() - 1;
  }

  private static void check(int row, int size, String what) {
    if (row < 0 || row >= size) {
      throw new IndexOutOfBoundsException("no " + what + " " + row + " in this builder");
    }
  }
}
