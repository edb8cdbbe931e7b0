package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.probe.Blocked;
import dev.wasmscope.engine.probe.Probe;
import dev.wasmscope.engine.probe.StopHandler;
import dev.wasmscope.engine.probe.StopReason;
import dev.wasmscope.engine.probe.Terminated;
import dev.wasmscope.engine.probe.WasmThread;
import dev.wasmscope.engine.runtime.ExceptionInstance;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.HostCall;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Store;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.TagInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.engine.runtime.WaitQueue;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.tier.Capture;
import dev.wasmscope.engine.tier.CompiledCode;
import dev.wasmscope.engine.tier.CompiledEntry;
import dev.wasmscope.engine.tier.FrameDump;
import dev.wasmscope.engine.tier.HeapFrame;
import dev.wasmscope.engine.tier.Leave;
import dev.wasmscope.engine.tier.Passage;
import dev.wasmscope.engine.tier.TailTarget;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A thread of the interpreter: what the main loop asks for now and then, and its control. */
final class InterpThread extends FrameStack implements WasmThread {

  private static final int MAX_NESTING = 200;

  private final Interpreter gear;
  private final int id;
  private final String name;
  private final StopControl control = new StopControl(this);
  private final Unwinder unwinder;
  private int nesting;

  /** Frames on Java's stack, under those of the run of the main loop. */
  private int hidden;

  /** Frames that the present run of the main loop must leave. */
  private int runEntry;

  /** Whether compiled code called the present run of the main loop. */
  private boolean nestedRun;

  private Capture.Resumption resumption;

  /** Whether calls and rounds of loops are counted. */
  private final boolean counts;

  /** All fuel that the thread has had. */
  private long fuelHad;

  private final Passage passage = new Passage();

  InterpThread(Interpreter gear, int id, String name) {
    super(gear.store().limits());
    this.gear = gear;
    this.counts = gear.fuel().isLimited();
    this.id = id;
    this.name = name;
    this.unwinder = new Unwinder(this, control, gear.probes());
  }

  @Override
  InterpFrame newFrame(int at) {
    return new InterpFrame(this, at);
  }

  // What the rest of the engine asks.

  @Override
  public int id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Store store() {
    return gear.store();
  }

  @Override
  public State state() {
    return control.state();
  }

  @Override
  public Optional<Blocked> blocked() {
    return control.blocked();
  }

  @Override
  public void hold() {
    control.hold();
  }

  @Override
  public void awaitStill() throws InterruptedException {
    control.awaitStill();
  }

  @Override
  public void release(boolean seen) {
    control.release(seen);
  }

  @Override
  public void pause() {
    control.pause();
  }

  @Override
  public void terminate() {
    control.terminate();
  }

  @Override
  public void stopHandler(StopHandler handler) {
    control.handler(handler);
  }

  @Override
  public void stopHere(Object cause) {
    control.stopHere(cause);
  }

  @Override
  public void stepWithin(int maxDepth) {
    control.stepWithin(maxDepth);
  }

  @Override
  public int depth() {
    return depth;
  }

  // Execution from outside.

  @Override
  public List<Value> invoke(FunctionInstance function, List<Value> args) {
    Arguments.check(store(), function, args);
    return enter(
        () -> {
          int base = base();
          makeRoom(base + args.size() + function.type().results().size());
          for (int i = 0; i < args.size(); i++) {
            bits[base + i] = args.get(i).slotBits();
            objects[base + i] = args.get(i).slotObject();
          }
          switch (function) {
            case HostFunction host -> callHost(host, null, base + args.size());
            case WasmFunction wasm -> execute(code(wasm), base);
          }
          return values(function.type().results(), base);
        });
  }

  @Override
  public Value evaluate(Instance instance, ByteSlice expression, ValType type) {
    return enter(
        () -> {
          int base = base();
          execute(gear.decode(instance, expression, type), base);
          return values(List.of(type), base).getFirst();
        });
  }

  private <T> T enter(Supplier<T> work) {
    if (nesting >= MAX_NESTING) {
      throw new Trap(TrapReason.CALL_STACK_EXHAUSTED, "by calls through the host");
    }
    StopControl.Before before = control.enter();
    int depthBefore = depth;
    nesting++;
    try {
      return work.get();
    } catch (Terminated e) {
      control.terminated();
      throw e;
    } finally {
      nesting--;
      depth = depthBefore;
      control.leave(before);
    }
  }

  private int base() {
    return depth == 0 ? 0 : frame().sp;
  }

  private void execute(FunctionCode code, int base) {
    boolean nestedBefore = nestedRun;
    nestedRun = false;
    try {
      run(code, base);
    } finally {
      nestedRun = nestedBefore;
    }
  }

  private void run(FunctionCode code, int base) {
    int entryBefore = runEntry;
    runEntry = depth;
    try {
      InterpFrame frame = push(code, base);
      frame.entered = true;
      if (code.function != null && entersCompiled(code) && replace(frame, code.entry)) {
        depth--;
      } else {
        InterpreterLoop.run(this, runEntry);
      }
    } finally {
      runEntry = entryBefore;
    }
  }

  // Compiled code.

  @Override
  public int scratch(int count) {
    int base = base();
    makeRoom(base + count);
    return base;
  }

  @Override
  public void begin(FunctionInstance function, Instance caller, int newDepth) {
    switch (function) {
      case WasmFunction wasm -> interpret(code(wasm), newDepth);
      case HostFunction host -> callHostFromCompiled(host, caller);
    }
  }

  private void interpret(FunctionCode code, int newDepth) {
    int hiddenBefore = hidden;
    boolean nestedBefore = nestedRun;
    hidden = newDepth - 1 - depth;
    nestedRun = true;
    try {
      run(code, base());
    } finally {
      hidden = hiddenBefore;
      nestedRun = nestedBefore;
    }
  }

  private void callHostFromCompiled(HostFunction host, Instance caller) {
    if (caller == null || store().hostCalls().isHeard() || control.mayBeHeld()) {
      throw Leave.NOW;
    }
    int base = base();
    HostCall call = hostCall(host, caller, base, base + host.type().params().size());
    try {
      performBlocked(call);
    } catch (Trap trap) {
      throw new Capture(new Capture.Resumption.Fail(trap));
    } catch (WasmException e) {
      if (watchesThrows()) {
        throw new Capture(new Capture.Resumption.Fail(e));
      }
      throw e;
    }
    takeResults(call, base);
  }

  @Override
  public FrameDump leaving(Throwable cause, CompiledCode code, int place) {
    return switch (cause) {
      case Capture capture -> capture.add(code, place);
      case Leave _ -> new Capture(new Capture.Resumption.Execute()).add(code, place);
      case Trap trap when trap.backtrace().isEmpty() ->
          new Capture(new Capture.Resumption.Execute()).add(code, place);
      case StackOverflowError _ ->
          new Capture(new Capture.Resumption.Fail(new Trap(TrapReason.CALL_STACK_EXHAUSTED)))
              .add(code, place);
      case OutOfMemoryError _ ->
          new Capture(new Capture.Resumption.Fail(new Trap(TrapReason.OUT_OF_MEMORY)))
              .add(code, place);
      case WasmException exception -> passage.add(exception, code, place);
      case RuntimeException passing -> throw passing;
      case Error passing -> throw passing;
      default -> throw new IllegalStateException(cause);
    };
  }

  @Override
  public boolean watchesThrows() {
    return !gear.probes().observers().isEmpty();
  }

  @Override
  public boolean watchesGrowth() {
    return !gear.probes().observers().isEmpty();
  }

  /** Wants compiled code to be left. */
  void leaveCompiledCode() {
    control.leaveCompiledCode();
  }

  /** Whether a call of {@code code} is to execute what was compiled of it. */
  boolean entersCompiled(FunctionCode code) {
    if (code.entry == null) {
      if (--code.heat < 0) {
        gear.heated(code);
      }
      if (code.entry == null) {
        return false;
      }
    }
    return wish == 0 && hasFuel() && hasRoomForFrame() && !control.steps(depth);
  }

  /**
   * Calls compiled code.
   *
   * @return false if its frames are this stack's now
   */
  boolean enter(CompiledEntry entry, int base) {
    try {
      entry.enter(this, base, depth + hidden + 1);
      return true;
    } catch (Capture capture) {
      restore(capture, base);
      return false;
    } catch (WasmException e) {
      if (nestedRun || unwinder.isCaught(e.exception(), runEntry)) {
        throw e;
      }
      restore(passage.end(e), base);
      return false;
    }
  }

  /**
   * Executes compiled code instead of a frame to its end; the results are where its locals began.
   *
   * @return false if its frames are this stack's now
   */
  boolean replace(InterpFrame frame, CompiledEntry entry) {
    depth--;
    boolean returned = enter(entry, frame.fp);
    if (returned) {
      depth++;
    }
    return returned;
  }

  /** What the loop at {@code pc} is to execute instead, if anything. */
  CompiledEntry loopEntry(FunctionCode code, int pc) {
    CompiledEntry entry = code.loopEntry(pc);
    if (entry == null) {
      gear.heated(code, pc);
      entry = code.loopEntry(pc);
    }
    return wish != 0 || !hasFuel() || control.steps(depth - 1) ? null : entry;
  }

  private boolean hasFuel() {
    return !counts || fuel != 0;
  }

  /** Counts a call or a round of a loop. */
  private void count() {
    if (fuel == 0) {
      fuel = gear.fuel().more(fuelHad);
      if (fuel == 0) {
        throw new Trap(TrapReason.OUT_OF_FUEL, "after " + fuelHad + " calls and rounds of loops");
      }
      fuelHad += fuel;
    }
    fuel--;
  }

  private void restore(Capture capture, int base) {
    if (nestedRun) {
      takeFrames(runEntry, capture);
      throw capture;
    }
    boolean outermost = true;
    for (HeapFrame captured : capture.frames().reversed()) {
      FunctionCode code = code(captured.function());
      int fp = outermost ? base : frame().endBeforeCall();
      restore(code, captured, fp).entered = outermost && depth - 1 == runEntry;
      outermost = false;
    }
    resumption = capture.resumption();
  }

  /** Whether something is to be done before the innermost frame goes on. */
  boolean resumes() {
    return resumption != null;
  }

  /**
   * Does what is to be done before {@code frame} goes on.
   *
   * @return what to execute at its {@code pc}
   */
  int resume(InterpFrame frame) {
    Capture.Resumption todo = resumption;
    resumption = null;
    return switch (todo) {
      case Capture.Resumption.Execute _ -> codeOf(frame)[frame.pc];
      case Capture.Resumption.Fail(RuntimeException cause) -> throw cause;
      case Capture.Resumption.Stop(StopReason reason) -> {
        control.stop(reason);
        yield frame.code.plain[frame.pc];
      }
    };
  }

  /**
   * Where frames of compiled code are below, so that nobody could see them, hands all frames to
   * whoever the host called first.
   */
  void surface(Capture.Resumption todo) {
    if (nestedRun) {
      Capture capture = new Capture(todo);
      takeFrames(runEntry, capture);
      throw capture;
    }
  }

  /**
   * Throws an exception that no frame of the present run catches to the compiled code below, if
   * there is any.
   */
  void passOut(WasmException exception) {
    if (nestedRun) {
      takeFrames(runEntry, passage.of(exception));
      throw exception;
    }
  }

  /** Whether an exception comes out of compiled code, which nobody wanted to watch. */
  boolean hasPassed(WasmException exception) {
    return passage.isOf(exception);
  }

  /** Somebody may look at the stack while the thread stands still: all frames must be on it. */
  private void surfaceForOthers() {
    if (control.mayBeHeld()) {
      surface(new Capture.Resumption.Execute());
    }
  }

  private List<Value> values(List<ValType> types, int base) {
    List<Value> values = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      values.add(Value.ofSlot(types.get(i), bits[base + i], objects[base + i]));
    }
    return values;
  }

  // What the main loop asks for.

  int[] codeOf(InterpFrame frame) {
    boolean steps = control.steps(frame.depth) && frame.code.function != null;
    return steps ? frame.code.stepping() : frame.code.active;
  }

  FunctionCode code(WasmFunction function) {
    FunctionCode code = (FunctionCode) function.code();
    return code != null ? code : gear.decode(function);
  }

  @Override
  boolean mustPoll() {
    return counts || control.mustPoll();
  }

  /**
   * Pauses, stays or ends, as somebody wished.
   *
   * @return what to execute at the frame's {@code pc}: whoever has seen the thread stopped there
   *     does not want to hear of a probe at the same place
   */
  int poll(InterpFrame frame) {
    if (counts) {
      count();
    }
    surfaceForOthers();
    return control.poll() ? frame.code.plain[frame.pc] : codeOf(frame)[frame.pc];
  }

  /** The frame has come to an instruction with a probe. */
  void arrive(InterpFrame frame) {
    for (Probe probe : frame.code.probesAt(frame.pc)) {
      probe.fire(frame);
    }
    if (frame.pc == 0) {
      control.stopSoonIfRequested();
    } else if (!control.stopIfRequested() && control.steps(frame.depth)) {
      control.stop(new StopReason.Stepped());
    }
  }

  /** The function that the reference on top of the stack points to. */
  FunctionInstance callee(int sp) {
    if (objects[sp - 1] instanceof FunctionInstance function) {
      return function;
    }
    throw new Trap(TrapReason.NULL_FUNCTION_REFERENCE);
  }

  /** The function in a table at the index on top of the stack, if it has the type. */
  FunctionInstance callee(TableInstance table, int sp, int typeNumber) {
    FunctionInstance function = table.callee(address(sp - 1, table.is64()));
    if (function.typeNumber() != typeNumber
        && !store().types().isSubtype(function.typeNumber(), typeNumber)) {
      throw new Trap(
          TrapReason.INDIRECT_CALL_TYPE_MISMATCH,
          "%s is %s, expected %s"
              .formatted(function.name(), function.type(), store().types().func(typeNumber)));
    }
    return function;
  }

  /** Replaces {@code frame} by a call, whose arguments end before {@code sp}. */
  void tailCall(FunctionInstance callee, InterpFrame frame, int sp) {
    switch (callee) {
      case WasmFunction wasm -> tailCall(code(wasm), frame, sp);
      case HostFunction host -> {
        frame.sp = callHost(host, frame, sp);
        frame.pc = frame.code.returnPc();
      }
    }
  }

  private void tailCall(FunctionCode callee, InterpFrame frame, int sp) {
    FunctionCode caller = frame.code;
    int fp = frame.fp;
    boolean entered = frame.entered;
    makeRoom(fp + callee.slots);
    copy(sp - callee.params, fp, callee.params);
    if (!entersCompiled(callee)) {
      enterCode(frame, callee, fp);
    } else if (nestedRun
        && depth - 1 == runEntry
        && callee.function.callee() instanceof TailTarget target) {
      // The run ends; compiled code called it, and goes on with what is pending.
      pending = target;
      depth--;
    } else if (replace(frame, callee.entry)) {
      frame.code = caller;
      frame.fp = fp;
      frame.sp = fp + caller.results;
      frame.pc = caller.returnPc();
      frame.entered = entered;
    }
  }

  /**
   * Calls a host function whose arguments end before {@code sp}.
   *
   * @param frame the caller, or null
   * @return the first free slot after the results
   */
  int callHost(HostFunction function, InterpFrame frame, int sp) {
    int base = sp - function.type().params().size();
    Instance caller = frame == null ? null : frame.code.instance;
    HostCall call = hostCall(function, caller, base, sp);
    store().hostCalls().announce(call);
    if (control.stopIfRequested()) {
      call = hostCall(function, caller, base, sp);
    }
    if (frame != null) {
      surfaceForOthers();
    }
    performBlocked(call);
    takeResults(call, base);
    control.stopSoonIfRequested();
    return base + function.type().results().size();
  }

  private void performBlocked(HostCall call) {
    control.block(new Blocked.InHost(call.function()));
    try {
      store().hostCalls().perform(call);
    } finally {
      control.unblock();
    }
  }

  private void takeResults(HostCall call, int base) {
    int results = call.function().type().results().size();
    makeRoom(base + results);
    for (int i = 0; i < results; i++) {
      bits[base + i] = call.resultBits(i);
      objects[base + i] = call.resultObject(i);
    }
  }

  private HostCall hostCall(HostFunction function, Instance caller, int base, int sp) {
    return new HostCall(
        function,
        caller,
        this,
        Arrays.copyOfRange(bits, base, sp),
        Arrays.copyOfRange(objects, base, sp));
  }

  @Override
  protected WaitQueue.Outcome await(
      MemoryInstance memory, long address, BooleanSupplier expected, long nanos) {
    surfaceForOthers();
    control.waits();
    control.block(new Blocked.Waiting(memory, address));
    try {
      return super.await(memory, address, expected, nanos);
    } finally {
      control.unblock();
    }
  }

  /** Executes {@code memory.grow}. */
  void growMemory(MemoryInstance memory, InterpFrame frame, int sp) {
    long pages = memory.grow(address(sp - 1, memory.is64()));
    gear.probes().observers().forEach(o -> o.grown(frame, memory, pages));
    control.stopIfRequested();
    bits[sp - 1] = pages;
  }

  /** An exception with {@code tag}, carrying the topmost operands. */
  ExceptionInstance exception(TagInstance tag, int sp) {
    int base = sp - tag.type().params().size();
    return new ExceptionInstance(
        tag, Arrays.copyOfRange(bits, base, sp), Arrays.copyOfRange(objects, base, sp));
  }

  /** The exception in a slot. */
  ExceptionInstance exception(int slot) {
    if (objects[slot] instanceof ExceptionInstance exception) {
      return exception;
    }
    throw new Trap(TrapReason.NULL_EXCEPTION_REFERENCE);
  }

  /** How frames are left by traps and exceptions. */
  Unwinder unwinder() {
    return unwinder;
  }
}
