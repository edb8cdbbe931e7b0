package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.debuginfo.LineTable;
import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.probe.ThreadListener;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.Carrier;
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
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * One run of a program under a debugger. All methods return at once; what comes of them is told to
 * listeners on a thread of the session's own. A program may be paused at any loop or call, and
 * stops by itself where it traps.
 *
 * <p>All threads of the program stop together. {@link Snapshot#thread} tells whose frames are
 * shown: frames are found, changed and stepped in that thread until {@link #selectThread} chooses
 * another. A step lets only that thread go on, unless it waits for the others; all other ways of
 * going on let them all.
 *
 * <p>Commands that need a stopped program do nothing while it runs. Edits give a future, which
 * fails with an {@link IllegalArgumentException} that says why a value does not fit, or an {@link
 * IllegalStateException} when the program is not stopped.
 */
public final class DebugSession implements AutoCloseable {

  private static final int MEMBER_DEPTH = 1;

  private final WasmThread main;
  private final Program program;
  private final Breakpoints breakpoints;
  private final Stepper stepper;
  private final AllStop threads;
  private final SnapshotTaker snapshots;
  private final CommandQueue commands = new CommandQueue();
  private final List<DebugListener> listeners = new CopyOnWriteArrayList<>();
  private final ThreadStops stops;
  private volatile SessionState state = SessionState.READY;
  private volatile Snapshot current;
  private volatile Instance instance;
  private volatile Outcome outcome;
  private volatile boolean ending;
  private volatile WasmThread calling;

  /** The thread whose frames are shown; only while the program stands still. */
  private WasmThread shown;

  /**
   * A session that is ready to start.
   *
   * @param main runs the program; the session's own from now on
   * @param breakpoints where to stop; may be changed at any time
   * @param lines for steps by lines
   */
  public DebugSession(WasmThread main, Program program, Breakpoints breakpoints, LineTable lines) {
    this.main = main;
    this.program = program;
    this.breakpoints = breakpoints;
    this.stepper = new Stepper(lines);
    this.threads = new AllStop(main);
    this.stops = new ThreadStops(threads, breakpoints, stepper);
    this.snapshots = new SnapshotTaker(threads);
    breakpoints.onLog((id, message) -> tell(new DebugEvent.Logged(id, message)));
    main.stopHandler(stops);
  }

  /** To be told of the threads that the program starts. */
  public ThreadListener threads() {
    return new ThreadListener() {
      @Override
      public void started(WasmThread thread) {
        thread.stopHandler(stops);
        threads.add(thread);
      }

      @Override
      public void ended(WasmThread thread) {
        threads.remove(thread);
      }
    };
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
    if (atEntry) {
      stops.atEntry(main);
    }
    state = SessionState.RUNNING;
    Thread.ofPlatform().name("debugger of " + main.name()).daemon().start(this::conduct);
    new Carrier("wasm " + main.name(), Carrier.MAIN_STACK, this::run).start();
  }

  /** Lets a stopped program run. */
  public void resume() {
    commands.resume(() -> threads.releaseAll(shown));
  }

  /** Asks a program that runs, or is about to, to stop at the next loop or call. */
  public void pause() {
    if (!commands.isOpen()) {
      threads.pause();
    }
  }

  /** Executes one instruction, or to the next line; stops in a function that is called. */
  public void stepInto(Granularity granularity) {
    step(_ -> Integer.MAX_VALUE, granularity);
  }

  /** Executes one instruction, or to the next line; functions that are called run through. */
  public void stepOver(Granularity granularity) {
    step(depth -> depth - 1, granularity);
  }

  /** Runs until the innermost function has returned. */
  public void stepOut() {
    step(depth -> depth - 2, Granularity.INSTRUCTION);
  }

  private void step(IntUnaryOperator maxDepth, Granularity granularity) {
    commands.resume(
        () -> {
          stepper.begin(shown, maxDepth.applyAsInt(shown.depth()), granularity);
          threads.releaseOnly(shown);
        });
  }

  /** Runs until the instruction at {@code offset} of the function of the frame at {@code level}. */
  public void runTo(int level, int offset) {
    commands.resume(
        () -> {
          breakpoints.runTo(edits().frame(level).function(), offset);
          threads.releaseAll(shown);
        });
  }

  /**
   * Looks at another thread from now on; fails with an {@link IllegalArgumentException} if there is
   * none with this number or it executes nothing.
   */
  public CompletableFuture<Void> selectThread(int id) {
    return edit(() -> shown = snapshots.thread(id));
  }

  /** Ends the program wherever it is. */
  public void terminate() {
    ending = true;
    threads.terminate();
    Optional.ofNullable(calling).ifPresent(WasmThread::terminate);
    commands.resume(() -> threads.releaseAll(shown));
  }

  /** Ends the program; the same as {@link #terminate}. */
  @Override
  public void close() {
    terminate();
  }

  /** Changes a parameter or local of the frame at {@code level}. */
  public CompletableFuture<Void> setLocal(int level, int local, Value value) {
    return edit(() -> edits().local(level, local, value));
  }

  /** Changes an operand, counted from the bottom of the stack, of the frame at {@code level}. */
  public CompletableFuture<Void> setOperand(int level, int operand, Value value) {
    return edit(() -> edits().operand(level, operand, value));
  }

  /** Changes a mutable global of the innermost frame's instance. */
  public CompletableFuture<Void> setGlobal(int index, Value value) {
    return edit(() -> edits().global(index, value));
  }

  /** Changes a mutable member of an object, see {@link #members}. */
  public CompletableFuture<Void> setMember(Value owner, int index, Value value) {
    return edit(() -> edits().member(owner, index, value));
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
        () -> new Members(edits().frame(level).instance()).list(owner, from, count, MEMBER_DEPTH));
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
    return editOrNow(() -> results.set(invoke(idle, function, args))).thenApply(_ -> results.get());
  }

  private List<Value> invoke(WasmThread idle, FunctionInstance function, List<Value> args) {
    calling = idle;
    try {
      return idle.invoke(function, args);
    } finally {
      calling = null;
    }
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
        : new FrameContext(edits().frame(level));
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
          current = snapshots.take(shown, current.reason());
          tell(new DebugEvent.Changed(current));
        });
  }

  private Edits edits() {
    return new Edits(shown);
  }

  private void run() {
    outcome = ProgramEnd.of(this::runProgram);
    threads.end();
  }

  private List<Value> runProgram() {
    instance = program.instantiate(main);
    return program.run(main, instance);
  }

  /** Shows one stop after the other, until the program is over. */
  private void conduct() {
    tell(new DebugEvent.Resumed());
    try {
      for (var stop = threads.awaitStop(); stop.isPresent(); stop = threads.awaitStop()) {
        show(stop.get());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the debugger", e);
    }
    breakpoints.close();
    commands.close();
    state = SessionState.ENDED;
    tell(new DebugEvent.Ended(outcome));
  }

  private void show(AllStop.Stop stop) {
    shown = stop.thread();
    stepper.cancel();
    breakpoints.forgetRunTo();
    commands.open();
    if (ending) {
      threads.releaseAll(shown);
      return;
    }
    current = snapshots.stopped(shown, stop.reason());
    state = SessionState.STOPPED;
    tell(new DebugEvent.Stopped(current));
    commands.runUntilResumed();
    current = null;
    state = SessionState.RUNNING;
    tell(new DebugEvent.Resumed());
  }

  private void tell(DebugEvent event) {
    listeners.forEach(listener -> listener.onEvent(event));
  }
}
