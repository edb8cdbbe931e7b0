package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.type.StorageType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One run of a program under a debugger. The program runs on a thread that the session starts; all
 * methods return at once, and what comes of them is told to listeners on that thread. A program may
 * be paused at any loop or call, and stops by itself where it traps.
 *
 * <p>Commands that need a stopped program do nothing while it runs. Edits give a future, which
 * fails with an {@link IllegalArgumentException} that says why a value does not fit, or an {@link
 * IllegalStateException} when the program is not stopped.
 */
public final class DebugSession implements AutoCloseable {

  private static final int MEMBER_DEPTH = 1;

  private final WasmThread thread;
  private final Program program;
  private final Breakpoints breakpoints;
  private final Stepper stepper;
  private final SnapshotTaker snapshots = new SnapshotTaker();
  private final Edits edits;
  private final CommandQueue commands = new CommandQueue();
  private final List<DebugListener> listeners = new CopyOnWriteArrayList<>();
  private final Thread java;
  private volatile SessionState state = SessionState.READY;
  private volatile Snapshot current;
  private volatile Instance instance;
  private volatile Outcome outcome;
  private volatile boolean pausing;
  private volatile boolean ending;
  private boolean stopAtEntry;

  /**
   * A session that is ready to start.
   *
   * @param thread runs the program; the session's own from now on
   * @param breakpoints where to stop; may be changed at any time
   * @param lines for steps by lines
   */
  public DebugSession(
      WasmThread thread, Program program, Breakpoints breakpoints, LineTable lines) {
    this.thread = thread;
    this.program = program;
    this.breakpoints = breakpoints;
    this.stepper = new Stepper(lines);
    this.edits = new Edits(thread);
    this.java = Thread.ofPlatform().name("wasm " + thread.name()).daemon().unstarted(this::run);
    breakpoints.onLog((id, message) -> tell(new DebugEvent.Logged(id, message)));
    thread.stopHandler(this::stopped);
  }

  /** Adds a listener. */
  public void addListener(DebugListener listener) {
    listeners.add(listener);
  }

  /** Where the program is to stop. */
  public Breakpoints breakpoints() {
    return breakpoints;
  }

  public SessionState state() {
    return state;
  }

  /** What the program looks like; empty unless it is stopped. */
  public Optional<Snapshot> snapshot() {
    return Optional.ofNullable(current);
  }

  /** The instance that runs; empty until it is linked. */
  public Optional<Instance> instance() {
    return Optional.ofNullable(instance);
  }

  /** How the program ended; empty until it has. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /**
   * Starts the program.
   *
   * @param atEntry whether to stop before its first instruction
   */
  public void start(boolean atEntry) {
    stopAtEntry = atEntry;
    state = SessionState.RUNNING;
    java.start();
  }

  /** Lets a stopped program run. */
  public void resume() {
    commands.resume(() -> {});
  }

  /** Asks a program that runs, or is about to, to stop at the next loop or call. */
  public void pause() {
    if (!commands.isOpen()) {
      pausing = true;
      thread.pause();
    }
  }

  /** Executes one instruction, or to the next line; stops in a function that is called. */
  public void stepInto(Granularity granularity) {
    commands.resume(() -> stepper.begin(thread, Integer.MAX_VALUE, granularity));
  }

  /** Executes one instruction, or to the next line; functions that are called run through. */
  public void stepOver(Granularity granularity) {
    commands.resume(() -> stepper.begin(thread, thread.depth() - 1, granularity));
  }

  /** Runs until the innermost function has returned. */
  public void stepOut() {
    commands.resume(() -> stepper.begin(thread, thread.depth() - 2, Granularity.INSTRUCTION));
  }

  /** Runs until the instruction at {@code offset} of the function of the frame at {@code level}. */
  public void runTo(int level, int offset) {
    commands.resume(() -> breakpoints.runTo(edits.frame(level).function(), offset));
  }

  /** Ends the program wherever it is. */
  public void terminate() {
    ending = true;
    thread.terminate();
    java.interrupt();
    commands.resume(() -> {});
  }

  /** Ends the program; the same as {@link #terminate}. */
  @Override
  public void close() {
    terminate();
  }

  /** Changes a parameter or local of the frame at {@code level}. */
  public CompletableFuture<Void> setLocal(int level, int local, Value value) {
    return edit(() -> edits.local(level, local, value));
  }

  /** Changes an operand, counted from the bottom of the stack, of the frame at {@code level}. */
  public CompletableFuture<Void> setOperand(int level, int operand, Value value) {
    return edit(() -> edits.operand(level, operand, value));
  }

  /** Changes a mutable global of the innermost frame's instance. */
  public CompletableFuture<Void> setGlobal(int index, Value value) {
    return edit(() -> edits.global(index, value));
  }

  /** Changes a mutable member of an object, see {@link #members}. */
  public CompletableFuture<Void> setMember(Value owner, int index, Value value) {
    return edit(() -> edits.member(owner, index, value));
  }

  /**
   * Members of an object as they are now: fields of a structure, elements of an array, the payload
   * of an exception.
   *
   * @param level the frame whose module names types and fields
   * @param owner a reference to the object
   * @param from index of the first
   * @param count how many at most
   */
  public CompletableFuture<List<Variable>> members(int level, Value owner, int from, int count) {
    return ask(
        () -> new Members(edits.frame(level).instance()).list(owner, from, count, MEMBER_DEPTH));
  }

  /**
   * The value that {@code text} stands for where {@link #evaluate} would evaluate it: a literal as
   * {@link dev.wasmscope.engine.runtime.ValueText} reads it, or an expression of that type.
   */
  public CompletableFuture<Value> read(int level, StorageType type, String text) {
    return read(level, type, text, Map.of());
  }

  /** The same with definitions for further names, as {@link Expression#with} takes them. */
  public CompletableFuture<Value> read(
      int level, StorageType type, String text, Map<String, ExpressionValue> definitions) {
    return ask(() -> WrittenValue.read(context(level), type, text, definitions));
  }

  /** Writes bytes to a memory, also when the program has ended. */
  public CompletableFuture<Void> writeMemory(MemoryInstance memory, long address, byte[] bytes) {
    return editOrNow(() -> Edits.memory(memory, address, bytes));
  }

  /**
   * Calls a function of the program, stopped or ended, on a thread of its own. Breakpoints do not
   * stop that thread; where the program stands does not change.
   *
   * @param idle executes it; used by nobody else meanwhile
   * @return the results; fails with what ends the call otherwise, such as a {@link
   *     dev.wasmscope.engine.trap.Trap}
   */
  public CompletableFuture<List<Value>> call(
      WasmThread idle, FunctionInstance function, List<Value> args) {
    AtomicReference<List<Value>> results = new AtomicReference<>();
    return editOrNow(() -> results.set(idle.invoke(function, args))).thenApply(_ -> results.get());
  }

  /**
   * The value of an expression in the frame at {@code level} of the stopped program, or of the
   * instance that an ended one leaves; fails with an {@link
   * dev.wasmscope.engine.expression.ExpressionException} if it has none.
   */
  public CompletableFuture<ExpressionValue> evaluate(int level, Expression expression) {
    return ask(() -> expression.evaluate(context(level)));
  }

  private InstanceContext context(int level) {
    return state == SessionState.ENDED
        ? new InstanceContext(
            instance()
                .orElseThrow(() -> new IllegalStateException("the program could not be linked")))
        : new FrameContext(edits.frame(level));
  }

  private <T> CompletableFuture<T> ask(Supplier<T> question) {
    AtomicReference<T> answer = new AtomicReference<>();
    Runnable action = () -> answer.set(question.get());
    CompletableFuture<Void> done =
        state == SessionState.ENDED ? now(action) : commands.submit(action);
    return done.thenApply(_ -> answer.get());
  }

  private CompletableFuture<Void> editOrNow(Runnable action) {
    return state == SessionState.ENDED ? now(action) : edit(action);
  }

  /** Does something to what an ended program leaves. */
  private static CompletableFuture<Void> now(Runnable action) {
    return CompletableFuture.runAsync(action, Runnable::run);
  }

  private CompletableFuture<Void> edit(Runnable change) {
    return commands.submit(
        () -> {
          change.run();
          current = snapshots.take(thread, current.reason());
          tell(new DebugEvent.Changed(current));
        });
  }

  private void run() {
    tell(new DebugEvent.Resumed());
    Outcome end = ProgramEnd.of(this::runProgram);
    breakpoints.close();
    commands.close();
    outcome = end;
    state = SessionState.ENDED;
    tell(new DebugEvent.Ended(end));
  }

  private List<Value> runProgram() {
    if (stopAtEntry) {
      thread.stepWithin(Integer.MAX_VALUE);
    }
    instance = program.instantiate(thread);
    // While nothing is being executed, a thread takes no wishes.
    if (ending) {
      throw new Terminated();
    }
    if (pausing) {
      thread.stepWithin(Integer.MAX_VALUE);
    }
    return program.run(thread, instance);
  }

  private void stopped(WasmThread stoppedThread, dev.wasmscope.engine.probe.StopReason why) {
    Optional<StopReason> reason = breakpoints.reasonFor(stoppedThread).or(() -> reason(why));
    if (reason.isEmpty()) {
      return;
    }
    stopAtEntry = false;
    pausing = false;
    breakpoints.forgetRunTo();
    commands.open();
    if (ending) {
      return;
    }
    current = snapshots.stopped(stoppedThread, reason.get());
    state = SessionState.STOPPED;
    tell(new DebugEvent.Stopped(current));
    commands.runUntilResumed();
    current = null;
    state = SessionState.RUNNING;
    tell(new DebugEvent.Resumed());
  }

  private Optional<StopReason> reason(dev.wasmscope.engine.probe.StopReason why) {
    return switch (why) {
      case dev.wasmscope.engine.probe.StopReason.Paused _ -> Optional.of(new StopReason.Paused());
      case dev.wasmscope.engine.probe.StopReason.Stepped _ -> stepped();
      case dev.wasmscope.engine.probe.StopReason.Requested(StopReason reason) ->
          Optional.of(reason);
      case dev.wasmscope.engine.probe.StopReason.Requested(Object cause) ->
          throw new IllegalStateException("stopped by " + cause);
      case dev.wasmscope.engine.probe.StopReason.Trapped(var trap) ->
          Optional.of(new StopReason.Trapped(trap.getMessage()));
      case dev.wasmscope.engine.probe.StopReason.Uncaught(var exception) ->
          Optional.of(new StopReason.Uncaught(exception.toString()));
    };
  }

  private Optional<StopReason> stepped() {
    if (stopAtEntry) {
      return Optional.of(new StopReason.Entry());
    }
    if (pausing) {
      return Optional.of(new StopReason.Paused());
    }
    return stepper.arrived(thread) ? Optional.of(new StopReason.Step()) : Optional.empty();
  }

  private void tell(DebugEvent event) {
    listeners.forEach(listener -> listener.onEvent(event));
  }
}
